import { describe, expect, it } from 'vitest';
import { type Emotion, readFeeling, trajectory } from './index.ts';

const feel = (text: string) => readFeeling(text, /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en');

describe('a feeling is read', () => {
  it.each<[string, Emotion]>([
    ['你们就是骗子', 'angry'],
    ['急急急，明天就要用', 'anxious'],
    ['太失望了', 'dissatisfied'],
    ['收到啦，太喜欢了！！', 'happy'],
    ['奶奶上周去世了，这是她留给我的', 'sad'],
    ['请问可以开发票吗', 'calm'],
    ['this is an absolute joke, you are liars', 'angry'],
    ['I am really worried it will not get here in time', 'anxious'],
    ['very disappointed with the quality', 'dissatisfied'],
    ['OMG I love it, thank you so much!!', 'happy'],
    ['my dog died last week and this was his bowl', 'sad'],
    ['how long does delivery take?', 'calm'],
    ["I'm not angry, just wondering when it ships", 'calm'],
    ['不着急，慢慢发就行', 'calm'],
  ])('%s: %s', (text, emotion) => {
    const feeling = feel(text);
    expect(feeling.emotion).toBe(emotion);
    expect(feeling.strength > 0).toBe(emotion !== 'calm');
    expect(Object.values(feeling.scores).reduce((a, b) => a + b)).toBeCloseTo(1, 6);
  });
  it('quotes the words that show it', () => {
    expect(feel('订单 123 还没到。我太失望了！尽快处理').evidence).toBe('我太失望了！');
    expect(feel('ok').evidence).toBeNull();
  });
  it('tells whom anger is aimed at', () => {
    expect(feel('那个快递员态度恶劣，气死我了').target).toBe('third_party');
    expect(feel('你们客服态度恶劣，气死我了').target).toBe('shop');
    expect(feel('the courier threw it over the fence, absolutely furious').target).toBe('third_party');
    expect(feel('you are useless').target).toBe('shop');
    expect(feel('请问可以开发票吗').target).toBeNull();
  });
});

describe('the trajectory', () => {
  const line = (...steps: [Emotion, 0 | 1 | 2 | 3][]) =>
    trajectory(steps.map(([emotion, strength]) => ({ emotion, strength })));
  it('rises to anger and names the turn', () => {
    expect(line(['calm', 0], ['dissatisfied', 1], ['angry', 3])).toEqual({
      trend: 'rising',
      turningPoints: [2],
      worst: 2,
    });
  });
  it('eases when the customer is glad again', () => {
    expect(line(['angry', 2], ['dissatisfied', 2], ['happy', 2])).toMatchObject({
      trend: 'easing',
      worst: 0,
    });
  });
  it('is steady with nothing said', () => {
    expect(trajectory([])).toEqual({ trend: 'steady', turningPoints: [], worst: null });
  });
});
