import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as answerLine from '../features/answer-line/words.ts';
import * as conversation from '../features/conversation/words.ts';
import * as gaps from '../features/gaps/words.ts';
import * as golden from '../features/golden/words.ts';
import * as inbox from '../features/inbox/words.ts';
import * as knowledge from '../features/knowledge/words.ts';
import * as model from '../features/model/words.ts';
import * as outcomes from '../features/outcomes/words.ts';
import * as policy from '../features/policy/words.ts';
import * as team from '../features/team/words.ts';
import * as why from '../features/why/words.ts';
import * as shared from './words.ts';

const features = {
  shared,
  inbox,
  conversation,
  knowledge,
  answerLine,
  model,
  team,
  gaps,
  golden,
  why,
  outcomes,
  policy,
};
export type Feature = keyof typeof features;
export type Words<F extends Feature> = (typeof features)[F]['en'];

const languageKey = 'tandem.language';
const kept = localStorage.getItem(languageKey);

export const i18n = i18next.createInstance({
  lng: kept ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  fallbackLng: 'en',
  resources: {
    zh: Object.fromEntries(Object.entries(features).map(([name, words]) => [name, words.zh])),
    en: Object.fromEntries(Object.entries(features).map(([name, words]) => [name, words.en])),
  },
  interpolation: { escapeValue: false },
});
i18n.use(initReactI18next);
void i18n.init();

export function setLanguage(language: 'zh' | 'en'): void {
  localStorage.setItem(languageKey, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  void i18n.changeLanguage(language);
}
document.documentElement.lang = i18n.language === 'zh' ? 'zh-CN' : 'en';
