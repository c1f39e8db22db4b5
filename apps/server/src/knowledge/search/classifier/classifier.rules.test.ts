import { describe, expect, test } from 'vitest';
import { type Classifier, classify, trainClassifier } from './classifier.rules.ts';
import { partTerms, phraseTerms } from './sample-terms.rules.ts';
import { fitVectorizer, vectorOf } from './vectors.rules.ts';

const RETURNS = ['返品したい', '返品の方法', '商品を返したい', '返送の手順', '送り返したい'];
const DELIVERY = ['いつ届きますか', '配送状況を知りたい', '荷物が来ない', '配達日を変えたい', '届かない'];
const PASSWORD = ['i forgot my password', 'reset my password', 'cannot log in', 'sign in fails', 'password does not work'];
const samples = [RETURNS, DELIVERY, PASSWORD].flatMap((texts, kind) => texts.map((text) => ({ text, class: kind })));

const likeliest = (probabilities: Float32Array | null): number => (probabilities ? probabilities.indexOf(Math.max(...probabilities)) : -1);
const train = (): Classifier => trainClassifier(samples, 3)!;

describe('learning from examples', () => {
  const classifier = train();

  test.each([
    ['返品はどうすれば', 0],
    ['荷物はいつ届く', 1],
    ['my password is forgotten', 2],
  ])('%s, which it never saw', (text, kind) => {
    expect(likeliest(classify(classifier, text))).toBe(kind);
  });

  test('probabilities add up to one', () => {
    const sum = classify(classifier, '返品のパスワード')!.reduce((all, probability) => all + probability, 0);
    expect(sum).toBeCloseTo(1, 5);
  });

  test('strange words make it less sure', () => {
    const plain = Math.max(...classify(classifier, 'reset my password')!);
    const strange = Math.max(...classify(classifier, 'reset my helicopter trajectory jurisdiction')!);
    expect(strange).toBeLessThan(plain);
  });

  test('nothing in common is nothing, not a guess', () => {
    expect(classify(classifier, 'ыыы')).toBeNull();
    expect(classify(classifier, '')).toBeNull();
  });

  test('the same samples give the same classifier', () => {
    expect(train().weights).toEqual(classifier.weights);
  });
});

describe('what it learns from', () => {
  test('English: stems with stop words, pairs, and parts of words', () => {
    expect(phraseTerms('i want returns')).toEqual(['i', 'want', 'return', 'i want', 'want return']);
    expect(partTerms('ab')).toEqual(['<ab', 'ab>', '<ab>']);
  });

  test('Japanese: one to three characters, and English words whole', () => {
    expect(phraseTerms('返品')).toEqual([]);
    expect(partTerms('返品 paypay')).toEqual(['返', '品', '返品', 'paypai']);
  });

  test('a known text has a vector of length one, a half known one a shorter', () => {
    const vectorizer = fitVectorizer(['return an item', 'track a parcel']);
    const length = (text: string): number => Math.hypot(...vectorOf(vectorizer, text).values);
    expect(length('return an item')).toBeCloseTo(1);
    expect(length('return a helicopter')).toBeLessThan(0.9);
    expect(length('xyzzy')).toBe(0);
  });

  test('terms of fewer texts than asked for are left out', () => {
    const all = fitVectorizer(['ab cd', 'ab ef']);
    const common = fitVectorizer(['ab cd', 'ab ef'], 2);
    expect([...common.phrases.ids.keys()]).toEqual(['ab']);
    expect(common.size).toBeLessThan(all.size);
  });
});
