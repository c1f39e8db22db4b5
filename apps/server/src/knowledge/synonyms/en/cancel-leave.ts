/** Leaving and calling off: memberships, subscriptions, orders, bookings. */
export const cancelLeave = `
close my account, delete my account, remove my account, deactivate my account, shut down my account, get rid of my account, account closure, account deletion
cancel my subscription, end my subscription, stop my subscription, unsubscribe from my plan, terminate my subscription, subscription cancellation, quit my subscription
cancel my membership, end my membership, leave the club, quit my membership, give up my membership, membership cancellation, resign my membership
cancel my order, call off my order, stop my order, withdraw my order, don't want my order anymore, order cancellation, undo my order
cancel my booking, cancel my reservation, call off my booking, booking cancellation, reservation cancellation, can't make my booking, give up my reservation
cancel my appointment, can't make my appointment, can't come to my appointment, call off my appointment, appointment cancellation
cancel my contract, terminate my contract, end my contract, get out of my contract, contract termination, leave my contract early, break my contract
early termination fee, exit fee, leaving fee, cancellation fee, cancellation charge, penalty for leaving early, early exit charge, break fee
notice period, period of notice, how much notice, weeks of notice, days of notice
cooling-off period, cooling off, change of heart period, withdrawal period, right of withdrawal, right to cancel
free trial, trial period, trial version, try for free, test period, trial run, try before buying
stop the free trial, cancel my trial, end my trial, get out of the trial, trial cancellation
automatic renewal, auto-renew, auto renewal, renews automatically, renewed by itself, rolling renewal, recurring renewal
turn off auto-renewal, stop auto-renew, stop automatic renewal, disable auto-renewal, don't renew, stop it renewing
pause my subscription, freeze my subscription, put my subscription on hold, suspend my subscription, take a break from subscription, skip a month
pause my membership, freeze my membership, put my membership on hold, suspend my membership, membership freeze
resume my subscription, restart my subscription, reactivate my subscription, unpause my subscription, start my subscription again, resubscribe
reactivate my account, reopen my account, restore my account, get my account back, bring back my account, recover a deleted account, undelete my account
rejoin, join again, come back as a member, become a member again, sign up again
unsubscribe from emails, stop sending me emails, stop the newsletter, opt out of emails, no more marketing emails, get off the mailing list, remove me from mailing list
subscribe to the newsletter, sign up for the newsletter, join the mailing list, get news by email, opt in to emails
downgrade my plan, move to a cheaper plan, go down a tier, switch to a smaller plan, lower my plan, step down a plan
upgrade my plan, move to a higher plan, go up a tier, switch to a bigger plan, go premium, step up a plan
switch provider, change provider, move to another provider, go to a competitor, leave for another company, switch supplier, change supplier
uninstall the app, delete the app, remove the app, take the app off, get rid of the app
undo a cancellation, cancelled by mistake, canceled by accident, reverse my cancellation, withdraw my cancellation, changed my mind about cancelling
confirmation of cancellation, cancellation confirmation, proof of cancellation, cancellation email, has it been cancelled, was it really canceled
still charged after cancelling, charged after canceling, payment taken after cancellation, billed after i cancelled, still paying after cancelling
what happens to my data, lose my data after cancelling, data after account closure, keep my data after leaving
unused portion, remaining months, rest of the subscription, unused time, remaining period, pro rata, prorated
cancelled, canceled, called off
`;
