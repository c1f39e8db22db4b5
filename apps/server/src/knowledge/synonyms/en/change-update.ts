/** Changing details and settings. */
export const changeUpdate = `
change my address, new address, moved house, moving house, change of address, update my address, relocating, moving home, i have moved house
change my name, new surname, new last name, name change, changed name after marriage, update my name, maiden name
name spelled wrong, name is misspelt, typo in my name, wrong name, correct my name, name misspelled
change my email, new email address, update my email, different email address, no longer use that email, lost access to email
change my phone number, new phone number, update my phone number, different mobile number, got a new number
change my bank details, new bank account, update bank account, switched banks, update my bank details
update my details, change personal details, edit my profile, change my information, update my information, change contact details
change my username, new username, rename my account, change display name, change my nickname, different username
change my date of birth, wrong date of birth, wrong birthday, correct my birthday, birth date incorrect
postcode, zip code, postal code
phone number, telephone number, mobile number, cell number, cell phone number
email, e-mail, electronic mail
change my plan, switch plans, different plan, change tariff, switch tariff, change subscription, other package
change language, switch language, in another language, language settings, set to english, display language
time zone, timezone, wrong time shown, clock is wrong, local time setting
change settings, user preferences, options menu, configuration, configure
turn on, switch on, enable
turn off, switch off, disable, deactivate
notification settings, push notifications, manage notifications, notification preferences, alert settings
not getting notifications, no notifications, notifications don't appear, alerts not coming through
dark mode, night mode, dark theme, black background
font size, bigger text, larger letters, text too small, enlarge text
disabled access, wheelchair access, wheelchair user, accessible entrance, access for disabled people
change country, change region, moved to another country, different country, region setting
export my data, download my data, back up my data, get my data out, data export, save a copy of data
import data, bring in data, upload contacts, data import, move data from another service, migrate data
backup, back up, restore a backup, recover data, make a copy of files
restore deleted files, deleted by mistake, undelete, accidentally deleted, recover deleted, get back deleted items
delete, remove, erase, get rid of
edit, modify, amend, alter, revise
print, print out, make a printout, printing
integrate, integration, connect with another app, link to another tool, plugin, third-party app, connector
csv, spreadsheet, excel file, excel
template, ready-made layout, preset layout, boilerplate
duplicate a project, copy a project, clone a project, make a copy of project
turn off notifications, stop notifications, mute notifications, too many notifications, silence notifications
screen reader, visually impaired, blind user, partially sighted
hearing loss, hard of hearing, deaf, hearing impaired
`;
