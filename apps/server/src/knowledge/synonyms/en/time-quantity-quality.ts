/** Time, quantity, size and quality. */
export const timeQuantityQuality = `
duration, how much time, how many days, how many weeks, how long does it take
working days, business days, weekdays, workdays
deadline, time limit, cut-off, closing date, cutoff, latest date
as soon as possible, asap, urgent, urgently, right away, immediately, in a hurry, straight away
same day, same-day, on the same day, within the day
every month, monthly, once a month, each month, per month
every year, yearly, annual, annually, once a year, each year, per annum
every week, weekly, once a week, each week
fortnight, two weeks, 14 days
ahead of time, in advance, beforehand
expiry date, expiration date, valid until, validity, when does it expire
expire, lapse, no longer valid, become invalid
temporary, for a short time, for the time being, short-term
permanent, permanently, not temporary
number of people, group size, how many people, headcount
maximum, upper limit, highest number, no more than
minimum, lower limit, smallest number, lowest number
quantity, amount of items, number of pieces
unlimited, no limit, without limits, limitless, as much as i like
cheap, cheaper, inexpensive, affordable, low-cost, lower price
expensive, pricey, too dear, costs too much, overpriced, costly
free of charge, for nothing, complimentary, no cost, at no cost, for free
better quality, higher quality, superior, high-end, premium quality
poor quality, bad quality, cheaply made, low quality, shoddy, badly made
weight, how heavy, heavy, kilos, pounds in weight
capacity, how much does it hold, litres, liters
waterproof, water resistant, water-resistant, ok in the rain, rainproof
wash, washing instructions, machine washable, care instructions, how do i clean it
assemble, put together, assembly instructions
set up, setup, get started with, initial setup, installation, install
difference between, compare, comparison, versus, which is better, vs
recommend, which one should i choose, best one for me, recommendation, advise which one
environmentally friendly, eco-friendly, sustainable, green product, sustainability, climate-friendly
vegan, plant-based, no animal products, without animal ingredients
gluten-free, without gluten, coeliac, celiac, no wheat
suitable for children, for kids, age limit, minimum age, how old must i be, child-friendly
waiting list, waitlist, wait list, queue for a place
waiting time, wait time, how long is the wait, length of queue
round the clock, 24/7, 24 hours a day, day and night
`;
