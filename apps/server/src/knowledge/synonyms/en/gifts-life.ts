/** Gifts, family events, health and education. */
export const giftsLife = `
gift, present, as a gift, for someone's birthday
gift card, gift voucher, gift certificate, e-gift card, gift token
gift card balance, how much on gift card, money left on voucher, check gift card balance
redeem a gift card, use a gift card, pay with gift card, spend a gift voucher
gift card not working, gift card invalid, gift card not accepted, gift voucher rejected
lost gift card, can't find my gift card, gift card never arrived, lost voucher
gift wrap, gift wrapping, gift box, gift packaging, wrapped as present
greeting card, gift message, personal message, add a note, card with the present
return a gift, unwanted gift, exchange a present, unwanted present
passed away, deceased, customer has died, account holder died, bereavement, death in the family
divorce, split up with my partner, separated from my partner
got married, wedding, marriage, getting married
having a baby, pregnant, pregnancy, expecting a baby, newborn, new baby
maternity leave, parental leave, paternity leave, leave for new parents
lost my job, unemployed, out of work, made redundant, laid off
retired, pensioner, retirement, senior citizen, pension
under 18, underage, teenager, under age
doctor, gp, physician, general practitioner, family doctor
see a doctor, doctor's appointment, medical appointment, consultation, appointment with doctor
video consultation, online doctor, telehealth, video appointment, remote consultation, telemedicine
repeat prescription, refill my medication, prescription refill, renew my prescription, prescription
medicine, medication, drugs from pharmacy, pills
pharmacy, chemist, drugstore, dispensary
side effects, adverse reaction, bad reaction to medicine, unwanted effects
test results, lab results, blood test results, results of my test, medical results
medical records, health records, patient file, patient records
vaccination, vaccine, jab, immunisation, immunization, flu shot
referral letter, referral to specialist, referred to a consultant, specialist referral
emergency, urgent medical help, out-of-hours doctor, emergency room
dentist, dental appointment, toothache, dental care
health insurance, medical insurance, health cover, medical cover
insurance claim, make a claim, file a claim, claim on my insurance, report a claim
insurance excess, excess amount, what i pay myself, insurance deductible
insured, covered by insurance, does insurance pay, included in my cover, insurance coverage
insurance premium, insurance price, cost of insurance
sick, ill, unwell, illness, not feeling well
sick note, doctor's note, fit note, medical certificate
enrol, enroll, sign up for a course, join a course, register for a class, enrolment, enrollment
drop a course, withdraw from a course, leave a class, cancel my course
tuition fees, course fees, tuition, school fees, cost of the course
scholarship, bursary, student funding, financial aid
exam, test date, examination, final exam, exam date
resit, retake an exam, failed the exam, retake, repeat the exam
exam results, grades, when are results published, test scores
homework, coursework, hand in my work, submit my assignment, course assignment
extension for assignment, late submission, hand in late, more time for assignment
absent, absence, off school, miss a lesson, missed class, child is ill today
timetable, class schedule, course schedule, lesson times, class times
term dates, school holidays, semester dates, start of term, half term
school meals, school lunch, canteen, cafeteria, lunch at school
library, borrow a book, library card, lending library
extend my loan of book, renew a book, keep book longer, overdue book
gym, fitness studio, fitness club, health club, workout
changing room, locker room, changing area, place to get changed
personal trainer, one-to-one training, fitness instructor
restaurant booking, book a table, reserve a table, table reservation
dietary requirements, special diet, food allergy, food intolerance
lift, elevator, step-free, without stairs
toilet, restroom, bathroom, loo, washroom
pushchair, stroller, pram, buggy
apartment, condo, rented flat
landlord, property owner, letting agent, owner of the flat
tenant, renter, lodger
move in, moving in, start of tenancy, get the keys
move out, moving out, leave the flat, end of tenancy, give up my flat
petrol, gas for the car, gasoline, fuel
lorry, truck, delivery van
trousers, pants, pair of trousers
sneakers, running shoes, tennis shoes, gym shoes
jumper, sweater, pullover
`;
