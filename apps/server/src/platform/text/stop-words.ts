/** What is asked after: across languages the only thing that tells "what is it" from "who uses it". */
export const QUESTION_WORDS: ReadonlySet<string> = new Set('when where why how what which who whom whose'.split(' '));

/** English function words, as they stand after apostrophes are cut ("don't" arrives as "don" and "t" or as "dont"). */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every all both such no not nor and or but if then than so because as while
  of in on at by for to from with without about into onto over under between through during before after above below up down out off
  again further once here there when where why how what which who whom whose
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves one
  am is are was were be been being do does did doing done have has had having can could will would shall should may might must
  get gets got getting just only also too very really please let lets
  s t d m ll re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn
  dont doesnt didnt isnt arent wasnt werent hasnt havent wont wouldnt couldnt shouldnt cant cannot im ive id ill youre thats whats
  there's hi hello hey thanks thank`.split(/\s+/),
);
