// Words that nearly every question has and that therefore say nothing about its matter.

/** Japanese, in dictionary form as IPADIC writes it (both spellings where people use both). */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `する なる ある いる 居る できる 出来る やる 行う 行なう おこなう いう 言う 思う 考える 見る みる 来る くる 行く いく
  くださる 下さる いただく 頂く もらう くれる あげる お願い 願う 教える 知る 分かる わかる 聞く 伺う 問う
  こと 事 もの 物 ため 為 よう 様 場合 とき 時 際 ところ 所 方 ほう わけ はず つもり 上 中 今 前 後 等 的
  何 なに どう どうして なぜ いつ どこ どれ 誰 いくつ どのくらい よい 良い いい ない 無い`.split(/\s+/),
);

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
