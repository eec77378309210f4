import { type ModelSettingsDraft, deskRoutes as r } from '../../contract/index.ts';
import { signIn, startTestDesk } from './desk.ts';
import { startScriptedModel } from './scripted-model.ts';

/** Short, so that a model that hangs costs a test two seconds and not nine. */
export const modelTimes = { firstTokenMs: 1000, turnMs: 2500 };

export const question = { zh: '收到的茶壶碎了怎么办？', en: 'My teapot arrived broken, what can I do?' };

/** A desk with two scripted models, the first of them set up by the owner. */
export async function startDeskWithModel(options: Parameters<typeof startTestDesk>[0] = {}) {
  const desk = await startTestDesk({ modelTimes, ...options });
  const [first, second] = await Promise.all([startScriptedModel(), startScriptedModel()]);
  const owner = await signIn(desk, 'owner@yucha.example');
  const setting = (changes: Partial<ModelSettingsDraft> = {}): ModelSettingsDraft => ({
    on: true,
    currency: 'CNY',
    budget: { unit: 'money', perConversation: null, perDay: null },
    voice: { zh: '亲切、简短。', en: 'Warm and brief.' },
    linkHosts: [],
    primary: { url: first.url, model: 'scripted', inputPrice: 10, outputPrice: 20, key: 'sk-very-secret' },
    fallback: null,
    ...changes,
  });
  return {
    desk,
    first,
    second,
    owner,
    setting,
    setModel: (changes: Partial<ModelSettingsDraft> = {}) =>
      owner.call(r.updateModel, { body: setting(changes) }),
    usageOf: (conversationId: string) =>
      owner.call(r.getConversationModelUsage, { params: { conversationId } }),
    /** What retrieval answers, so that a faithful model can be played. */
    async retrieved(language: 'zh' | 'en') {
      return owner.call(r.tryQuestion, { body: { question: question[language] } });
    },
    async stop() {
      await desk.stop();
      await Promise.all([first.stop(), second.stop()]);
    },
  };
}
