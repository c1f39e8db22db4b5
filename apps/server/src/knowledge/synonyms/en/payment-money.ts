/** Paying, prices, bank and money. */
export const paymentMoney = `
payment method, ways to pay, payment options, how can i pay, means of payment, accepted payments
change payment method, update my card, replace my card details, new payment card, change billing card, use a different card, switch payment method
payment declined, card declined, payment failed, card rejected, payment refused, card not accepted, payment won't go through, transaction failed
credit card, mastercard, amex, american express, visa card
debit card, bank card, cash card, atm card
cheque, pay by cheque, pay by check, mail a check, send a cheque, personal check
bank transfer, wire transfer, pay by transfer, direct transfer, bacs, ach, pay by bank
direct debit, automatic payment, standing order, autopay, auto pay, auto-pay, automatic billing
cash on delivery, pay on delivery, pay the courier, pay at the door
pay in cash, cash payment, with cash, pay with banknotes
pay later, buy now pay later, deferred payment, pay after delivery, pay at end of month, pay by invoice
pay in instalments, pay in installments, instalment plan, installment plan, pay monthly, spread the cost, split the payment, payment plan
charged twice, double charged, billed twice, duplicate charge, duplicate payment, paid twice, money taken twice
unknown charge, don't recognise this charge, unrecognized charge, strange payment, unexpected charge, mystery charge, unfamiliar transaction, what is this charge
overcharged, charged too much, wrong amount charged, billed too much, incorrect charge, took too much money, higher than expected bill
pending payment, payment pending, payment processing, authorisation hold, authorization hold, money reserved on card, temporary hold
when will i be charged, billing date, payment date, when is payment taken, day of charge, billing day, when money leaves account
billing cycle, billing period, invoice period, payment interval
overdue payment, missed payment, late payment, forgot to pay, unpaid bill, payment is late, behind on payments
late fee, late payment fee, overdue charge, penalty for late payment, late charge
payment reminder, reminder letter, dunning letter, final notice, overdue notice, past due notice
debt collector, collection agency, debt collection, bailiff, sent to collections
extend payment deadline, more time to pay, can't pay on time, payment extension, postpone payment, can't afford the bill
due date, payment deadline, pay by when, last day to pay, payment due
price, cost, how much is it, how much does it cost, pricing, what does it cost
price increase, price rise, more expensive now, price went up, cost went up, price hike
price match, match a lower price, cheaper elsewhere, best price guarantee, price guarantee, found it cheaper
price dropped after purchase, cheaper now, price adjustment, price fell after buying, price difference refund
annual billing, pay yearly, yearly payment, annual payment, pay per year, billed annually
monthly fee, monthly price, monthly cost, monthly charge, price per month, cost per month
hidden fees, extra charges, additional costs, extra fees, surcharge, surcharges
setup fee, activation fee, connection fee, joining fee, sign-up fee, registration fee, one-time fee
vat, sales tax, gst, value added tax, tax on purchase
tax exempt, vat exempt, without vat, tax-free shopping, tax exemption, duty free
currency, other currency, pay in dollars, pay in euros, foreign currency
exchange rate, conversion rate, currency conversion, foreign exchange fee, foreign transaction fee
down payment, deposit payment, upfront payment, pay a deposit, pay up front, prepayment, advance payment
security deposit back, get my deposit back, deposit refund, return of deposit, bond returned
top up, add money, load money, add credit, recharge my balance, refill balance, add funds
balance, account balance, how much credit left, remaining credit, money left on account, remaining balance
withdraw money, take out cash, get cash, cash withdrawal, cash machine, atm, cashpoint
transfer money, send money, move money, make a transfer, wire money
transfer not received, money hasn't arrived, transfer missing, payment not received, transfer delayed
sent to wrong account, wrong account number, paid the wrong person, transfer by mistake, recall a transfer
interest rate, apr, annual percentage rate, how much interest, rate of interest
loan, borrow money, lending, personal loan
overdraft, go overdrawn, below zero, negative balance, overdrawn
credit limit, spending limit, card limit, raise my limit, increase my limit, borrowing limit
chargeback, dispute a charge, dispute a payment, contest a charge, reverse a payment, payment dispute
account number, iban, bank details, sort code, routing number, banking details
contactless, tap to pay, tap and pay, wave my card
mobile wallet, apple pay, google pay, digital wallet, pay by phone, pay with my mobile
savings account, put money aside, savings pot
mortgage, home loan, house loan
`;
