/** Signing up, getting in, passwords and verification. */
export const accountLogin = `
log in, login, sign in, log on, signing in, get into my account, access my account, sign on
can't log in, cannot log in, can't sign in, unable to log in, login not working, won't let me in, login fails, can't get into my account, locked out, can't login
log out, logout, sign out, log off, signing out
keeps logging me out, logged out automatically, signed out all the time, logged out by itself, session expired
create an account, open an account, sign up, set up an account, make an account, new account, register an account, account registration
can't register, sign-up fails, can't create an account, registration error, unable to sign up
forgot my password, forgotten password, lost my password, don't remember my password, password doesn't work, wrong password
reset my password, password reset, new password, recover my password, change my password, set a new password
reset email not received, no reset link, password email didn't come, reset link not arriving
reset link expired, link no longer valid, link doesn't work, expired link, invalid link
username, user name, login name, user id, login id
forgot my username, don't know my login, forgot my user id, forgot which email i used, lost my login details
account locked, account blocked, account suspended, account disabled, banned, account frozen, account restricted
unlock my account, unblock my account, lift the suspension, get unbanned, appeal a ban, remove the block
verification code, confirmation code, security code by text, one-time code, one-time password, otp, passcode, sms code
code not received, verification code not arriving, no code sent, didn't get the code, code never came, sms not received
verification code doesn't work, invalid verification code, wrong verification code, verification code rejected, verification code expired
two-factor authentication, 2fa, two-step verification, two factor, multi-factor authentication, mfa, 2-step login
turn off two-factor, disable 2fa, remove two-step verification, switch off mfa
authenticator app, authentication app, code generator app, authenticator
recovery code, backup code, recovery key, emergency code
verify my email, email verification, activate my account, activation link, activation email, confirm my email address
verify my identity, identity verification, identity check, id check, kyc, prove who i am, id verification
fingerprint, face id, touch id, biometric login, face recognition, log in with face
single sign-on, sso, single sign on, log in with google, sign in with google, log in with apple, social login, log in with facebook
pin code, pin number, secret number, personal identification number
forgot my pin, lost my pin, don't remember my pin, new pin, reset my pin, pin blocked
email already in use, email already registered, address already taken, account already exists
two accounts, duplicate account, several accounts, second account, multiple accounts
merge accounts, combine accounts, join two accounts together, link my accounts, consolidate accounts
share my account, family account, account sharing, let family use account, several users on account
add a user, invite a colleague, invite a team member, add a team member, add someone to account, invite users, add a coworker
remove a user, delete a user, remove a team member, colleague has left, revoke access, take away access
permissions, user roles, access rights, roles and permissions, who can see what, user rights, access level
administrator, admin, account owner, admin rights, workspace owner
transfer ownership, change account owner, change the admin, hand over the account, make someone else owner
customer number, client number, member number, membership number, customer id, account id
profile picture, profile photo, avatar, profile image
parental controls, child lock, restrict children, kids mode, child account, age restriction
`;
