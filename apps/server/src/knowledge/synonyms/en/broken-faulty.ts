/** Things that do not work, repairs and guarantees. */
export const brokenFaulty = `
broken, not working, doesn't work, stopped working, defective, faulty, busted, malfunction, out of order, does not work
won't turn on, doesn't turn on, won't switch on, won't start, no power, doesn't power up, doesn't start up, completely dead
won't turn off, doesn't switch off, can't turn it off
crash, crashes, keeps closing, shuts down by itself, closes unexpectedly, app quits, force closes
keeps freezing, freezes up, screen frozen, hangs up the app, not responding, unresponsive, locked up
slow, sluggish, laggy, lag, takes forever to load, loading slowly, runs slowly
won't load, not loading, page doesn't open, blank page, white screen, loading forever, spinning wheel
error message, error code, shows an error, getting an error, error appears, something went wrong
glitch, software fault, programming error, software error, software bug
outage, service down, system down, server down, is it down, disruption, service interruption, site is down, offline right now
planned maintenance, scheduled maintenance, maintenance window, maintenance work, scheduled downtime
restart, reboot, turn off and on, power cycle, re-start
factory reset, reset to factory settings, wipe the device, restore defaults, hard reset
repair, fix, mend, get it repaired, get it fixed
repair cost, how much for repair, price of repair, cost to fix, repair price
repair time, how long does repair take, when will repair be done, repair turnaround
repair status, is my repair finished, how is my repair going, repair progress
technician, engineer visit, repairman, repair person, send someone to fix, service engineer, home visit by engineer
warranty, guarantee, under warranty, warranty period, guarantee period
out of warranty, warranty expired, guarantee ran out, no longer under warranty, warranty is over
extended warranty, extend my warranty, longer guarantee, protection plan, extra cover for device
warranty claim, claim on guarantee, use my warranty, make a warranty claim, claim under warranty
cracked screen, broken screen, smashed screen, broken display, shattered glass
water damage, dropped in water, got wet, spilled water on it, liquid damage, fell in water
scratched, scratch, dent, dented, cosmetic damage, chipped edge
broke it myself, accidental damage, my own fault, fell on the floor, accidentally broke it, dropped on the floor
strange noise, makes a noise, noisy, loud noise, rattling, buzzing, humming
smells of burning, burning smell, smoke coming out, smells odd, bad smell
overheats, gets hot, overheating, too hot to touch, hot to the touch
dripping, water coming out, leaks water, leaks, water leak
blown fuse, fuse tripped, tripped breaker, circuit breaker, fuse box
battery drains fast, short battery life, battery doesn't last, battery empties quickly, battery dies quickly
won't charge, doesn't charge, not charging, charging problem, charger doesn't work
no sound, can't hear anything, sound not working, no audio, sound is gone
no picture, black screen, screen is blank, blank screen, screen stays black
loose, came loose, fell off, came off, wobbly, wobbles
torn, ripped, hole in it, seam came apart, tear in fabric, stitching came undone
stained, stain, dirty on arrival, marks on it, discoloured, discolored
worn out, wear and tear, worn down, wearing out
expired product, past use-by date, gone off, past best before, spoiled, rotten, mouldy, moldy
troubleshooting, troubleshoot, diagnose a problem, problem solving steps, find the fault
product recall, safety recall, recalled product, recall notice
dispose of, throw away, recycle, recycling, e-waste, get rid of old device
`;
