/** Reaching people, complaints, opening hours, places. */
export const peopleContact = `
contact, get in touch, get hold of you, how to reach you
customer service, customer support, support team, help desk, helpdesk, customer care, service desk
talk to a person, speak to someone, real person, human agent, live agent, speak to a human, not a robot, talk to somebody
by phone, by telephone, call you, give you a ring, phone call, ring you up
hotline, helpline, phone line, number to call, support number, what number to ring
live chat, online chat, chat with someone, chat support, web chat
call me back, callback, call-back, ring me back, return my call, phone me back
no reply, no answer, no response, nobody answers, haven't heard back, still no reply, ignored my email, not answered
waiting in the queue, long wait on phone, can't get through, line is busy, engaged line, kept on hold
response time, how long for a reply, when will you answer, when will i hear back, time to reply
opening hours, business hours, opening times, when are you open, store hours, hours of operation, when do you close
open at weekends, open on sunday, open on saturday, weekend hours, open on the weekend
bank holiday, public holiday, national holiday, open on holidays, holiday hours
complaint, complain, make a complaint, file a complaint, not satisfied, dissatisfied, lodge a complaint, grievance
ombudsman, arbitration board, dispute resolution, mediator, consumer protection, industry regulator
feedback, suggestion, suggest an improvement, feature request, idea for you, share my opinion
compliment, praise, thank a member of staff, say thanks, positive feedback
rude staff, unfriendly, impolite, bad service, treated badly, poor service
shop, store, branch, high street shop, retail outlet
nearest shop, find a store, store finder, branch near me, closest location, store locator, shop near me
parking, car park, parking lot, where to park, parking space
how to get there, way to the shop, driving directions
head office, headquarters, company address, postal address, mailing address, registered office
supervisor, person in charge, someone senior, your boss, escalate, speak to the manager
staff, employee, worker, personnel, team member
jobs, vacancy, vacancies, careers, recruitment, job application
media enquiry, media inquiry, journalist, press office
business customer, corporate customer, company account, business account, b2b, corporate account, trade account
become a partner, partnership, become a reseller, affiliate, affiliate programme
become a seller, sell on your platform, seller account, become a vendor
on behalf of someone, for my mother, for somebody else, act for another person, for my father, for a relative
power of attorney, authorised person, authorized person, authorised representative, legal representative, proxy
interpreter, translator, translation, speak another language
sms, text message, by text
case number, ticket number, reference number, support ticket, case id
lost and found, lost property, left something behind, forgot my bag, lost item
speak to the seller, contact the seller, message the seller, reach the merchant
community forum, user forum, discussion board, user community, message board
tutorial, how-to video, onboarding, getting started guide, learn the basics, training course, training session
product demo, live demo, demonstration, show me the product, book a demo
`;
