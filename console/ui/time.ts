type Language = 'zh' | 'en';
const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** "just now", "5 min", "3 h", or the date. */
export function ago(at: number, now: number, language: Language): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return language === 'zh' ? '刚刚' : 'now';
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`;
  if (minutes < 1440)
    return language === 'zh' ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 60)} h`;
  return new Intl.DateTimeFormat(locale(language), { month: 'short', day: 'numeric' }).format(at);
}

export function clock(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(at);
}

export function day(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { year: 'numeric', month: 'long', day: 'numeric' }).format(
    at,
  );
}

export function dayAndClock(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

export function yuan(cents: number): string {
  return `¥${(cents / 100).toFixed(cents % 100 === 0 ? 0 : 2)}`;
}
