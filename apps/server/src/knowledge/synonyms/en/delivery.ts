/** Parcels on their way. */
export const delivery = `
parcel, package, delivery box
delivery, shipping, shipment, dispatch, despatch
hasn't arrived, didn't arrive, not here yet, still waiting for my order, never came, where is my order, not arrived, never arrived, not received my order, haven't received my order
track my order, track my parcel, tracking, follow my parcel, trace my package, delivery status, order tracking
tracking number, tracking code, tracking id, consignment number, shipment number, tracking link
tracking not updating, tracking stuck, no tracking updates, tracking hasn't changed, tracking shows nothing
delivery time, shipping time, how long does delivery take, when will it arrive, delivery estimate, estimated arrival, lead time
delivery date, arrival date, day of delivery, expected delivery day, which day will it come
choose a delivery date, pick a delivery day, deliver on a certain day, preferred delivery date, nominated day delivery, scheduled delivery
delivery time slot, delivery window, what time will it come, time of delivery, delivery slot
delayed, delivery is late, behind schedule, overdue delivery, running late, parcel is late
express delivery, next-day delivery, fast delivery, rush delivery, overnight shipping, priority shipping, expedited shipping, get it quicker
delivery cost, shipping cost, delivery charge, shipping fee, delivery fee, postage, postage costs, shipping rates
free delivery, free shipping, no delivery charge, free postage, shipping for free
says delivered but not received, marked as delivered, shown as delivered, tracking says delivered, delivered but not here, signed for by someone else
missed delivery, wasn't home, not at home, nobody home, out when courier came, failed delivery, delivery attempt, sorry we missed you
redelivery, deliver again, re-deliver, second delivery attempt, arrange another delivery, rebook delivery
leave with a neighbour, leave with a neighbor, left next door, deliver to neighbour, given to neighbor
leave at the door, leave on the doorstep, leave outside, leave in the porch, contactless delivery, leave in a safe place
parcel locker, pickup point, pick-up point, collection point, parcel shop, click and collect point
click and collect, collect in store, store pickup, pick up in store, in-store collection, curbside pickup, collect it myself
change delivery address, change shipping address, deliver somewhere else, send to different address, redirect my parcel, wrong delivery address, reroute my package
deliver to another address, ship to work, send to my office, delivery to another person, separate delivery address
courier, delivery driver, delivery company, delivery man, shipping company
lost in the post, lost in the mail, lost parcel, parcel lost, package went missing, gone missing
stolen parcel, package stolen, taken from my doorstep, porch theft, someone stole my package
ship abroad, international shipping, deliver overseas, international delivery, send to another country, worldwide shipping, ship internationally
customs duty, customs fees, import tax, import duty, import charges, customs charge
has it shipped, been sent out, been dispatched, dispatched yet, shipped yet, left the warehouse, on its way
separate deliveries, split shipment, arrive separately, several parcels, sent in two boxes, multiple packages
combine orders, combined shipping, ship together, send everything together, one shipment for two orders
returned to sender, sent back to sender, undeliverable, went back to warehouse, couldn't be delivered
signature on delivery, sign for it, signed for, signature required
installation on delivery, set up at home, carry upstairs, delivery to my room, white glove delivery, assembly service
take away old appliance, remove my old one, haul away, recycling old appliance, old furniture removal
`;
