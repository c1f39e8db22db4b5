/** Sending goods back, exchanging them, getting money back. */
export const returnsRefunds = `
refund, money back, get my money back, reimbursement, reimburse, repay me, pay me back
return an item, send it back, send back, return a product, give it back, take it back, return goods, bring it back
exchange an item, swap it, swap for another, exchange for another, trade it for another, exchange goods
wrong size, doesn't fit, does not fit, too small, too big, too tight, too large, different size needed
don't like it, not what i expected, doesn't suit me, not happy with product, not as expected, disappointed with the item
wrong item, wrong product, not what i ordered, sent the wrong thing, received something else, incorrect item, different item arrived
arrived damaged, damaged in transit, arrived broken, damaged on arrival, broken in the post, smashed in delivery, crushed box
return label, returns label, return shipping label, prepaid label, label for sending back, return slip
return postage, return shipping cost, cost of sending back, who pays return shipping, return delivery cost, free returns
return period, return window, how long to return, deadline for returns, time limit for returns, last day to return
return policy, returns policy, return conditions, rules for returns, returns terms
refund policy, refund conditions, rules for refunds, refund terms, eligible for a refund, entitled to a refund
where is my refund, refund not received, haven't got my refund, refund hasn't arrived, still waiting for refund, refund status, track my refund
how long does refund take, refund time, when will i be refunded, refund processing time, when is money returned
partial refund, part refund, refund of part, refund some of it, only refunded part, refund too low
full refund, refunded in full, whole amount back, complete refund, all my money back
refund to another card, refund to different account, refund to bank account, refund method, how refunds are paid
opened packaging, box already opened, opened box, packaging already open
already worn, already used, tried it on, tags removed
non-returnable, can't be returned, cannot be returned, no returns, final sale, excluded from returns
in-store return, return in store, return at a shop, take back to the store, return to a branch, return over the counter
return pickup, collect my return, courier collect return, pick up from home, collection of returns
return not registered, return not processed, did my return arrive, return tracking, status of my return
return authorization, return authorisation, rma number, return number, returns code, return reference
start a return, request a return, register a return, return request, open a return, set up a return
replacement, replacement item, send a new one, send me another, replacement product, get a new one instead
missing part, missing parts, part is missing, missing pieces, not everything in box, missing accessories, item is incomplete
item missing from my order, not all items arrived, only part arrived, short delivery, incomplete order, something missing from parcel
restocking fee, return fee, returns charge, deduction for return, handling fee for returns
store credit, shop credit, credit note, refund as credit, credit instead of money, refund voucher
without original packaging, threw away the box, lost the packaging, no original box
`;
