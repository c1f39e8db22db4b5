/** Phones, apps, networks, games, streaming. */
export const devicesNetwork = `
mobile phone, cell phone, smartphone, mobile, cellphone, handset
computer, pc, laptop, desktop, macbook
television, tv, telly, smart tv
no internet, internet not working, internet down, no connection, internet is out, can't get online, can't connect to internet
slow internet, internet too slow, slow broadband, slow connection, low speed, poor download speed
connection drops, keeps disconnecting, keeps cutting out, unstable connection, loses connection, internet comes and goes
wifi, wi-fi, wireless, wireless network, wlan
can't connect to wifi, wifi not working, wi-fi won't connect, wifi not showing, can't find my network
wifi password, network key, wireless password, router password, network password, wlan key
router, modem, hub, broadband box, internet box
broadband, internet connection, home internet, landline internet, fibre internet, fiber internet
landline, home phone, fixed line, house phone
no signal, no reception, bad reception, poor signal, no coverage, no bars, weak signal, dead zone
network coverage, coverage map, reception in my area, available in my area, covered in my area
mobile data, cellular data, data allowance, data volume, gigabytes, data plan
out of data, data used up, ran out of data, no data left, data limit reached
data not working, mobile internet doesn't work, no mobile data, 4g not working, 5g not working
sim card, sim, esim, e-sim, new sim
activate my sim, sim activation, sim not working, sim not recognised, sim not recognized, set up my sim
keep my number, port my number, number transfer, take my number with me, number porting, transfer my phone number
roaming, use abroad, using my phone abroad, data abroad, use overseas, use in another country
pay as you go, prepaid, payg, prepay, without a contract
locked phone, unlock my phone, sim lock, network lock, unlock a handset
puk, puk code, sim blocked, unblock my sim
voicemail, answerphone, answering machine, mailbox messages, voice mail
call forwarding, divert calls, forward my calls, call diversion, redirect calls
block a number, nuisance calls, spam calls, unwanted calls, stop unwanted callers, robocalls
app, mobile app, phone app, app for my phone
install the app, download the app, get the app, where to find app, app download
update the app, new version, latest version, software update, newest version, app update, firmware update
old version, outdated version, previous version, go back a version, earlier version
system requirements, compatible devices, works on my phone, supported devices, compatible with, minimum requirements, supported browsers
new phone, changed phones, got a new device, switch to new phone, transfer to new phone, move to another device
log in on another device, several devices, how many devices, device limit, use on two devices, remove a device
synchronise, synchronize, sync, syncing, not syncing, sync across devices
connect bluetooth, pair a device, pairing, bluetooth won't connect, can't pair, bluetooth
charging cable, charger, power adapter, power supply unit
browser, web browser, internet browser
clear cookies, clear the cache, delete browsing data, empty the cache, delete cookies
storage full, out of space, not enough storage, no space left, run out of storage, disk full
more storage, buy extra space, increase storage, additional storage, expand storage
offline mode, use without internet, watch offline, download to watch later, offline access, without a connection
streaming quality, picture quality, hd, blurry picture, pixelated, 4k, video resolution
buffering, video stutters, video keeps stopping, stream keeps pausing, playback stops
subtitles, captions, closed captions, audio language
screenshot, screen shot, screen capture, picture of my screen
printer won't print, printer not working, printer offline, can't print
save game, game progress, saved game, progress lost, lost my progress, lost my save
in-game currency, coins, gems, in-game coins, game credits
in-app purchase, purchase not received in game, bought item not showing, didn't get my coins, missing purchase
cheater, cheating, hacking player, report a player, abusive player, toxic player
matchmaking, find opponents, can't find a match, long queue for game
cross-platform, crossplay, cross-play, play with console friends, play across platforms
email not arriving, emails not coming, in spam folder, junk mail folder, not getting your emails, spam folder, junk folder
website, site, web page, homepage
domain, domain name, web address, own domain, custom domain
api, interface for developers, developer access, api key, webhook
`;
