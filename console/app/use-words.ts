import { useTranslation } from 'react-i18next';
import type { Feature, Words } from './i18n.ts';

/** A feature's words in the chosen language, typed. */
export function useWords<F extends Feature>(feature: F): Words<F> {
  const { i18n } = useTranslation();
  return i18n.getResourceBundle(i18n.language, feature) as Words<F>;
}

export function useLanguage(): 'zh' | 'en' {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
}
