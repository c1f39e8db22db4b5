/** Invoices, receipts, certificates and forms. */
export const documentsReceipts = `
invoice, bill, billing document
receipt, proof of purchase, proof of payment, sales slip, till receipt
lost my receipt, no receipt, without a receipt, can't find my receipt, threw away the receipt
download my invoice, get an invoice, where are my invoices, copy of my bill, invoice pdf, find my bill, see my bills
didn't get an invoice, no invoice received, invoice missing, never got a bill, bill hasn't come
company name on invoice, business invoice, invoice to my company, billed to my employer, change name on invoice, invoice in company name
correct an invoice, wrong details on invoice, amend invoice, invoice is wrong, mistake on my bill, reissue invoice, corrected invoice
vat invoice, tax invoice, vat receipt, invoice with vat number, vat number on invoice, tax id on invoice
paper bill, bill by post, paper invoice, printed bill, bill in the mail, invoice by mail
paperless billing, e-bill, electronic invoice, online bill, invoice by email, go paperless, e-invoice
gift receipt, receipt without prices, receipt without the price, hide price on receipt
delivery note, packing slip, packing list, delivery slip
quote, quotation, price estimate, cost estimate, get a quote, pro forma invoice
bank statement, account statement, statement of account, monthly statement, transaction list
tax certificate, statement for tax, document for tax return, annual statement, year-end statement, tax document
proof of address, utility bill as proof, address verification document, proof of residence, residence certificate
proof of identity, id document, identity card, photo id, identification, piece of id
birth certificate, certificate of birth, copy of birth certificate
marriage certificate, certificate of marriage, proof of marriage
death certificate, certificate of death, proof of death
driving licence, driver's license, driving license, driver's licence
passport renewal, renew my passport, new passport, passport application, apply for a passport
visa for travel, entry visa, travel visa, visa requirements, entry requirements
certificate of completion, course certificate, proof of completion, diploma, graduation certificate
academic transcript, academic record, grade report, report of marks, transcript of records
proof of enrolment, proof of enrollment, student certificate, certificate of enrolment, student status letter
proof of insurance, insurance certificate, certificate of cover, insurance card, confirmation of cover
letter of confirmation, written confirmation, confirmation in writing, confirmation letter
application form, form to fill in, claim form, paper form, form to fill out
apply online, submit an application, file an application, hand in an application, make an application
application status, where is my application, has my application been processed, progress of my application
attach a file, upload a document, add an attachment, upload a photo, send a scan
file too large, can't upload, upload fails, attachment too big, upload not working, upload error
warranty card, guarantee certificate, proof of warranty, warranty certificate
terms and conditions, terms of service, terms of use, small print, fine print, t&cs
`;
