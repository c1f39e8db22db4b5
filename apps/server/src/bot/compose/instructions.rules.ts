// Pure: words in articles and messages that talk to a model instead of a reader.

const TO_THE_MODEL: readonly RegExp[] = [
  /(これまで|今まで|以前|上記|前|先|すべて|全て|あなた|システム)の?(すべての|全ての)?(指示|命令|ルール|プロンプト|設定|制約)[をは]?.{0,12}(無視|忘れ|破棄|従わ|上書き|取り消|優先)/u,
  /(指示|命令|ルール|プロンプト)を(すべて|全て)?(無視|忘れ|破棄|上書き)/u,
  /システム\s?プロンプト|開発者モード|制限を(解除|外)/u,
  /(あなたは|君は|これから(は|あなた)).{0,20}(AI|ＡＩ|アシスタント|モデル|ボット|として(振る舞|ふるま|行動|回答|答え))/iu,
  /(次|以下)の(ように|とおり|通り)に?(必ず)?(回答|出力|返答)(して|せよ|しろ)/u,
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(instructions?|prompts?|rules?|guidelines?|above|previous|prior|sources?)\b/iu,
  /\byou are (now|no longer)\b|\bfrom now on,? you\b|\b(act|behave|respond|pretend) as (if|an?|the)\b/iu,
  /\b(system|developer) (prompt|message|mode)\b|\bjailbreak\b|\bnew instructions?\b/iu,
  /\b(reply|respond|answer|say|output|print|repeat)\b.{0,20}\b(exactly|verbatim|only with|the following)\b/iu,
  /<\/?(system|assistant|instructions?|sources?)>|\[\/?INST\]|<\|[a-z_]+\|>|^\s*(system|assistant)\s*[:：]/imu,
];

/** Whether a line tries to command whoever reads it for a customer. */
export const isForTheModel = (line: string): boolean => {
  const text = line.normalize('NFKC');
  return TO_THE_MODEL.some((pattern) => pattern.test(text));
};

/**
 * A text without the lines that speak to a model: they are neither sent nor believed. The whole line goes, since what stands beside
 * such a sentence ("the password is …") is its message.
 */
export const withoutInstructions = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !isForTheModel(line))
    .join('\n');
