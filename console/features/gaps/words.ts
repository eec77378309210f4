export const zh = {
  place: '持续改进',
  places: { gaps: '未知问题', golden: '必答问题', outcomes: '会话结果' },
};
export const en: typeof zh = {
  place: 'Getting better',
  places: { gaps: 'Gaps', golden: 'Golden questions', outcomes: 'Outcomes' },
};
