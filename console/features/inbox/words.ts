export const zh = {
  views: { mine: '我的', queue: '排队', left: '留言', all: '全部' },
  empty: { mine: '没有进行中的会话。新会话会自动出现。', queue: '没有顾客在排队。', left: '没有待回复的留言。', all: '还没有会话。' },
  searchPlaceholder: '搜索姓名或内容', more: '更早的会话', visitor: '访客', choose: '从左侧选择一个会话',
  status: { ai: 'AI 接待', queued: '排队中', assigned: '服务中', waiting_customer: '等顾客', snoozed: '稍后', wrap_up: '整理中', resolved: '已结束' },
  unread: (count: number) => `${count} 条未读`, offered: '新会话等待接入', accept: '接入', decline: '退回', seconds: (left: number) => `${left} 秒`, urgent: '紧急',
};
export const en: typeof zh = {
  views: { mine: 'Mine', queue: 'Queue', left: 'Messages left', all: 'All' },
  empty: { mine: 'Nothing in progress. New conversations appear by themselves.', queue: 'Nobody is waiting.', left: 'No messages to answer.', all: 'No conversations yet.' },
  searchPlaceholder: 'Search names and messages', more: 'Earlier conversations', visitor: 'Visitor', choose: 'Choose a conversation on the left',
  status: { ai: 'With the AI', queued: 'Waiting', assigned: 'In service', waiting_customer: 'Awaiting customer', snoozed: 'Snoozed', wrap_up: 'Wrapping up', resolved: 'Resolved' },
  unread: (count) => `${count} unread`, offered: 'A conversation for you', accept: 'Accept', decline: 'Decline', seconds: (left) => `${left} s`, urgent: 'Urgent',
};
