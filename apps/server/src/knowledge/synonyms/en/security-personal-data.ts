/** Fraud, theft, privacy. */
export const securityPersonalData = `
account hacked, hacked, someone got into my account, account taken over, account compromised, someone else logged in, broken into my account
suspicious login, unknown login, unrecognised login, unrecognized login, strange activity on account, suspicious activity, login from another country
phishing, fake email, scam email, suspicious email, is this email from you, fraudulent email, suspicious message
scam text, fake text message, suspicious sms, smishing, text pretending to be you
fraud, scam, scammed, ripped off, swindled, defrauded, tricked into paying
fake shop, fake website, fake site, imitation site, fraudulent website
counterfeit, fake product, imitation, knock-off, not genuine, is it authentic, is it genuine
lost my card, card lost, card stolen, stolen card, missing card, can't find my card, lost bank card
block my card, freeze my card, cancel my lost card, stop my card, lock my card, deactivate my card
card blocked, card frozen, card locked, card has been blocked
replacement card, reissue my card, send another card, card reissue, new bank card
card expired, card expires soon, card about to expire, expiry date on card, renewed card
activate my card, card activation, start using new card, unlock new card
lost my phone, phone stolen, stolen phone, lost device, device stolen, someone took my phone
personal data, personal information, private information, private data
privacy policy, data protection, privacy, gdpr, privacy notice, how my data is used
delete my data, erase my data, right to be forgotten, remove my personal information, data deletion, wipe my data
what data do you hold, subject access request, information you store about me, request my data
data breach, data leak, leaked data, was my data stolen, security incident
share my data, sell my data, pass on my data, data given to others, third parties
consent, withdraw consent, permission to use data, revoke consent, take back my consent
cookies, cookie settings, tracking cookies, cookie banner
identity theft, stolen identity, someone using my name, account opened in my name, impersonation
is it safe, safe to use, trustworthy, encrypted, is it secure
safe to pay online, secure payment, card details stored, save my card details, is payment secure
3d secure, verified by visa, approve a payment, confirm payment in app, payment authentication
cvv, cvc, security code on card, three digits on back, card verification code
malware, spyware, trojan, computer virus, infected computer
strong password, password rules, password requirements, how long must password be, password not accepted
report a user, report abuse, harassment, bullying, inappropriate content, offensive content, report a post
block someone, block a user, stop someone messaging me, ignore a user
copyright, copyright infringement, stolen content, used my photo, intellectual property, takedown
anonymous, hide my name, without giving my name, stay private
who can see my profile, profile visibility, visible to others, make profile private, private profile, hide my profile
stay signed in, keep me logged in, stay logged in
where is data stored, data location, server location, data residency, hosted where
audit log, activity log, who changed what, history of changes, activity history, change history
card swallowed, machine kept my card, card retained, cash machine ate my card
`;
