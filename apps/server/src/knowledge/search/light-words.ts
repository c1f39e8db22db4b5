// Words that nearly every question has and that therefore say nothing about its matter.

/** In dictionary form as IPADIC writes it (both spellings where people use both). */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `する なる ある いる 居る できる 出来る やる 行う 行なう おこなう いう 言う 思う 考える 見る みる 来る くる 行く いく
  くださる 下さる いただく 頂く もらう くれる あげる お願い 願う 教える 知る 分かる わかる 聞く 伺う 問う
  こと 事 もの 物 ため 為 よう 様 場合 とき 時 際 ところ 所 方 ほう わけ はず つもり 上 中 今 前 後 等 的
  何 なに どう どうして なぜ いつ どこ どれ 誰 いくつ どのくらい よい 良い いい ない 無い`.split(/\s+/),
);
