/** Contracts, bookings, travel, appointments, utilities, council services. */
export const contractBooking = `
contract length, minimum term, contract period, how long am i tied, minimum contract, tied in for, commitment period
end of contract, contract end date, when does my contract end, contract expires, contract runs out
renew my contract, extend my contract, contract renewal, contract extension, sign up for longer
take over a contract, transfer my contract, contract takeover, hand over my contract, put contract in another name
make a booking, make a reservation, reserve, book a place, book a room
change my booking, change my reservation, amend a booking, rebook, modify my reservation, change travel dates, other dates
booking reference, reservation number, booking number, confirmation number, booking code, record locator
booking confirmation, no booking confirmation, reservation confirmed, is my booking confirmed, reservation confirmation
make an appointment, book an appointment, get an appointment, arrange an appointment, schedule an appointment, book a slot
reschedule, change my appointment, move my appointment, postpone, different appointment time, push back
missed my appointment, no-show, didn't turn up, no show, didn't show up
without an appointment, walk in, walk-in, just drop in, turn up without booking
flight delayed, delayed flight, plane is late, late flight, flight postponed
flight cancelled, flight canceled, cancelled flight, canceled flight, airline cancelled my flight
missed my flight, missed the train, missed my connection, missed connection, too late for my flight
compensation for delay, delay compensation, claim for delay, compensated for late train, flight compensation
compensation, goodwill gesture, make up for it, claim compensation
check in online, online check-in, boarding pass, web check-in, mobile boarding pass
luggage, baggage, suitcase
hand luggage, carry-on, cabin bag, cabin baggage, carry on bag, hand baggage
lost luggage, missing suitcase, luggage didn't arrive, lost baggage, bag didn't arrive, delayed baggage
baggage allowance, luggage allowance, how many bags, weight limit for luggage, free baggage
extra luggage, excess baggage, additional bag, overweight bag
seat reservation, choose a seat, pick my seat, seat selection, change my seat, sit together
hotel check-in time, when can i check in, arrival time at hotel, when is room ready
check-out time, checkout time at hotel, late check-out, leave the room when
cot, baby bed, crib, extra bed, child's bed
bring my dog, pets allowed, take my pet, travel with a dog, bring my cat, pet-friendly
holiday, vacation, trip, getaway
round trip, return ticket, there and back, return journey
one-way ticket, single ticket, single journey, one-way journey
train ticket, rail ticket, bus ticket, fare, travel ticket
season ticket, monthly pass, travel pass, commuter pass, monthly ticket
e-ticket, electronic ticket, mobile ticket, ticket on my phone, print my ticket, didn't get my tickets
resell my ticket, sell my ticket, ticket resale, give my ticket away, transfer a ticket
hire car, rental car, car hire, car rental, rent a car
meter reading, read my meter, submit a reading, meter number, give a meter reading
power cut, no electricity, power outage, blackout, lights are out, electricity failure
electricity, power supply, electric supply
water bill, water rates, water charges
no hot water, heating not working, boiler broken, no heating, cold radiators
bin collection, rubbish collection, trash pickup, garbage collection, refuse collection, waste collection
missed bin collection, bin not emptied, trash not collected, garbage not picked up, rubbish not collected
bulky waste, large item collection, old sofa collection, bulk trash, bulky items
council tax, local tax, property tax, municipal tax
parking permit, resident parking, residents' permit, permit to park
parking fine, parking ticket, penalty charge notice, pcn, parking penalty
pothole, damaged road, hole in the road, road damage, broken pavement, broken sidewalk
street light out, broken street lamp, street lamp not working, broken street light
nursery place, daycare, childcare, kindergarten, day nursery, preschool
planning permission, building permit, permission to build, building consent
register my address, residence registration, register as a resident, resident registration
welfare, allowance from the state, financial support, social security, hardship fund, welfare benefits
early check-in, arrive early at hotel, early access to room, check in before time
late arrival at hotel, late check-in, arrive after reception closes, arrive at night
register to vote, electoral roll, voter registration, electoral register
`;
