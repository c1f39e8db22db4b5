// Pure: what English-speaking customers say when they are angry, or complain politely. A table: what has been met is added here.
import type { MoodWord } from './words.rules.ts';

export const MOOD_WORDS_EN: readonly MoodWord[] = [
  // Demands and threats; Sue is a name, too.
  [
    /\b((my|a|our|an) (lawyer|attorney)|legal action|small claims|((will|'ll|can|could|may|might|going to|want to|have to|gonna|would|'d) sue|sue (you|them)|suing)\b|chargeback|better business bureau|trading standards)\b/g,
    4,
  ],
  [
    /\b(fed up|had enough|had it with|sick (and tired )?of|last straw|enough is enough|lost (a|my|another) (customer|business|loyalty))\b/g,
    4,
  ],
  [
    /\bnever (again|((be )?(fly|us|buy|order|shop|book|com|stay|do|eat|go|return)(e|ing|ping|ming)?\b.{0,40}\b(again|you|them|back|here|this)))/g,
    4,
  ],
  [
    /\b(i demand|refund me|refund now|want my money back|give me my money|speak to (a|your) (manager|supervisor)|get your act together)\b/g,
    3,
  ],
  [/\b(do better|get it together|step (it )?up|fix (this|your|it)|shape up|come on|figure it out|answer (the|your) phones?)\b/g, 1],
  // Anger by name, and what is said in it
  [/\b(furious|livid|angry|angriest|pissed|infuriat\w*|enraged|outrag\w*|seething|mad at)\b/g, 3],
  [/\b(wtf|fuck\w*|f\*+\w*|bullshit|bs|damn(?! good)|shit\w*|crap\w*|sucks?|sucked|screw(ed|ing)?|idiots?|morons?|jerks?|stupid)\b/g, 3],
  [
    /\b(how dare|shame on|what a joke|a joke|(are you|you( have|'ve)? got to be|you must be) (kidding|joking|serious)|thanks for nothing|no thanks to)\b/g,
    4,
  ],
  // Judgments
  [
    /\b(unaccept[ai]ble|inexcusable|worst(?![- ]case)|ridiculous|disgraceful|disgusted|disgusting|appalling|pathetic|atrocious|abysmal|deplorable)/g,
    4,
  ],
  [
    /\b(terribl[ey]|horribl[ey]|awful|horrendous|horrific|dreadful|garbage|trash|rubbish|hate[ds]?|absurd|insane|insulting|laughable|shameful|joke)\b/g,
    3,
  ],
  [
    /\b(scam\w*|rip[- ]?off|ripped off|frauds?|fraudulent|thieves|stole|liars?|lied|lies|lying|cheated|deceiv\w*|mislead\w*|misled|dishonest)\b/g,
    3,
  ],
  [/\b(incompeten\w*|unprofessional|rude(ly|ness|st)?|useless|worthless|unhelpful|clueless|careless|negligen\w*|disrespect\w*)\b/g, 3],
  [
    /\b(disappoint\w*|let ?down|frustrat\w*|annoy\w*|upset|unhappy|dissatisf\w*|displeased|regret\w*|nightmare|disaster|a mess|fiasco)\b/g,
    2,
  ],
  [
    /\b(poor(ly)?|bad (service|experience|customer|job|day|attitude|support|quality|product)|(so|very|really|pretty) bad|lousy|mediocre|overpriced|shoddy)\b/g,
    2,
  ],
  [
    /\b(wast(e|ing) (of )?(my |our |your )?(time|money)|what a waste|wasted|(don't|do not|never) (buy|order|bother|trust|fly|waste)|unreliable|unfair|lame|embarrass\w*|ruin(ed|ing|s)?|fail(s|ed|ing|ure)?)\b/g,
    2,
  ],
  // Waiting, and again
  [
    /\b((3rd|4th|5th|third|fourth|fifth|sixth|umpteenth) time|time and again|over and over|once again|yet again|multiple times|keeps? (hanging|getting|changing|telling))\b/g,
    2,
  ],
  [
    /\b(still (waiting|no\b|not\b|have ?n[o']t|haven't|don't|sitting|stuck|on hold)|been waiting|waiting (for )?(over|more than|\d+|two|three|several)|waited)/g,
    2,
  ],
  [
    /\b(on hold|(over|than|been|waited|waiting) (for )?(an |\d+\+? ?|two |three |four |several )(hours?|hrs?|days|weeks|months)\b|\d\+? ?(hours?|hrs?) (late|delay|wait|on hold))/g,
    2,
  ],
  [
    /\b(hung up|hang up|hangs up|hanging up|(no|never) (one|body)? ?(answers?|responds?|responded|replied|picks? up|called|call(ed)? back))\b/g,
    3,
  ],
  [
    /\b(no ?(one|body) (can|is|will|at|was|seems|has|to)|no (response|reply|answer|explanation|help|updates?|communication|apology|info\w*)|ignor(ed|ing|es?)|can ?not get|can't get|cannot get|unable to)\b/g,
    2,
  ],
  [
    /\b(never (got|received|arrived|came|heard|even|once)|lost (my|our)|missing|(delay(ed|s)?|cancel+ed) (again|flight|for)|stranded|stuck)\b/g,
    1,
  ],
  // Polite complaint
  [
    /\b(not (at all |very |too |really )?(happy|impressed|acceptable|good enough|ok\b|okay|cool|helpful|pleased|satisfied|great|fair|right))/g,
    2,
  ],
  [/\b(isn't|wasn't|ain't|aren't) (\w+ )?(acceptable|good enough|ok\b|okay|cool|helpful|fair|right)/g, 2],
  [
    /\b((doesn't|does not|don't|won't|not|didn't|stopped) work(s|ing)?|broken|defective|problems?|issues?|charged (me )?twice|overcharged|refuse[ds]?|too (late|slow|long|expensive))\b/g,
    1,
  ],
  [
    /\b(why (can't|cant|is it|do you|don't|won't|isn't|are you|does|would you|did you)|what('s| is) going on|really\?|seriously|no excuse|wrong)/g,
    1,
  ],
];
