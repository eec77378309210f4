import type { EntryType, ReasonCode } from '../../../contract/index.ts';

export const zh = {
  reasons: {
    asked_for_person: '顾客要求人工', accepted_offer: '顾客同意转人工', repeated_misses: 'AI 连续两次没答上', repeated_question: '同一问题问了三次', anger: '情绪激动', threat: '威胁', legal_threat: '投诉或法律风险', safety: '人身安全',
    payment_details: '支付安全', ai_failed: 'AI 出错', transferred: '同事转接', taken_over: '人工接管', message_left: '顾客留言',
  } satisfies Record<ReasonCode, string>,
  lines: {
    'conversation.opened': '会话开始', 'conversation.handed_off': '转人工', 'assignment.offered': '分配给', 'assignment.returned': '未接入，回到排队', 'queue.overflowed': '溢出到其他技能组', 'conversation.assigned': '接入',
    'conversation.transferred': '转接', 'conversation.handed_back': '转回 AI', 'conversation.snoozed': '稍后处理至', 'conversation.set_waiting': '等待顾客回复', 'conversation.woken': '会话恢复', 'wrap_up.started': '整理中',
    'conversation.resolved': '会话结束', 'conversation.reopened': '新一轮会话', 'message.left': '顾客留言', 'customer.identified': '已确认身份', 'conversation.rated': '顾客评价', 'message.sent': '', 'note.added': '',
  } satisfies Record<EntryType, string>,
  ai: 'AI', customer: '顾客', note: '备注（顾客看不到）', source: '来源', why: '为什么这样答', confidence: '把握', threshold: '回答线', searched: '检索', rule: '规则', matched: '命中', uncovered: '未覆盖', took: (ms: number) => `用时 ${ms.toFixed(1)} 毫秒`,
  seen: '已读', typing: '顾客正在输入…', newest: '最新消息', earlier: '更早的记录', card: '为什么转人工', wants: '顾客想要', tried: 'AI 试过', open: '还没解决', found: '提到的信息', mood: '情绪', moods: { calm: '平静', dissatisfied: '不满', angry: '愤怒' },
  waited: '已等待', priority: '优先级', reply: '回复', noteTab: '备注', replyHint: '输入回复，/ 插入快捷回复', noteHint: '只有同事能看到', send: '发送', addNote: '保存备注', suggested: '推荐回复', use: '使用', attach: '图片或文件', sending: '发送中', failed: '发送失败，点击重试', macrosEmpty: '没有匹配的快捷回复',
  withAi: 'AI 正在接待顾客', withNobody: '顾客在等待人工', withOther: (name: string) => `${name} 正在回复顾客`, ended: '会话已结束', takeOver: '接管', accept: '接入', decline: '退回', handBack: '转回 AI', transfer: '转接', snooze: '稍后处理', wait: '等顾客回复', wake: '恢复', wrapUp: '结束对话', resolve: '结束会话', reopen: '重新打开',
  toGroup: '转到技能组', toAgent: '或转给同事', handNote: '给接手者的说明', outcome: '结果', outcomes: { solved: '已解决', unsolved: '未解决', no_answer_needed: '无需答复', spam: '无效' }, topic: '主题', resolveNote: '小结', in1h: '1 小时后', in3h: '3 小时后', tomorrow: '明天 9:00', promised: (when: string) => `承诺 ${when} 前回复`, contact: '联系方式',
  panel: '顾客资料', visitor: '访客（未确认身份）', level: '等级', spent: '累计消费', since: '首次来访', orders: '订单', noOrders: '没有订单', browsing: '最近浏览', past: '历史会话', levels: { leaf: '茶友', silver: '银叶', gold: '金叶' } as Record<string, string>, looked: '浏览', searchedFor: '搜索', carted: '加购',
  orderStatus: { awaiting_payment: '待付款', awaiting_dispatch: '待发货', in_transit: '运输中', delivered: '已签收', cancelled: '已取消', return_requested: '申请退货', returning: '退货中', refunded: '已退款' } as Record<string, string>, total: '合计', tooLong: '最多 8000 字', page: '当前页面', stars: (score: number) => `${score} 星`,
};
export const en: typeof zh = {
  reasons: {
    asked_for_person: 'Asked for a person', accepted_offer: 'Accepted the offer of a person', repeated_misses: 'The AI missed twice in a row', repeated_question: 'Same question three times', anger: 'Angry', threat: 'Threat', legal_threat: 'Complaint or legal risk', safety: 'Safety',
    payment_details: 'Payment security', ai_failed: 'The AI failed', transferred: 'Transferred by a colleague', taken_over: 'Taken over', message_left: 'Left a message',
  },
  lines: {
    'conversation.opened': 'Conversation opened', 'conversation.handed_off': 'Handed off', 'assignment.offered': 'Offered to', 'assignment.returned': 'Not accepted, back in the queue', 'queue.overflowed': 'Moved on to another group', 'conversation.assigned': 'Joined',
    'conversation.transferred': 'Transferred', 'conversation.handed_back': 'Back to the AI', 'conversation.snoozed': 'Snoozed until', 'conversation.set_waiting': 'Awaiting the customer', 'conversation.woken': 'Resumed', 'wrap_up.started': 'Wrapping up',
    'conversation.resolved': 'Resolved', 'conversation.reopened': 'New episode', 'message.left': 'Message left', 'customer.identified': 'Identified', 'conversation.rated': 'Rated', 'message.sent': '', 'note.added': '',
  },
  ai: 'AI', customer: 'Customer', note: 'Note (customers never see it)', source: 'Source', why: 'Why this answer', confidence: 'Confidence', threshold: 'Answers from', searched: 'Searched', rule: 'Rule', matched: 'Matched', uncovered: 'Not covered', took: (ms) => `took ${ms.toFixed(1)} ms`,
  seen: 'Seen', typing: 'Customer is typing…', newest: 'Latest', earlier: 'Earlier entries', card: 'Why a person', wants: 'Wants', tried: 'The AI tried', open: 'Still open', found: 'Mentioned', mood: 'Mood', moods: { calm: 'Calm', dissatisfied: 'Dissatisfied', angry: 'Angry' },
  waited: 'Waiting', priority: 'Priority', reply: 'Reply', noteTab: 'Note', replyHint: 'Write a reply, / for macros', noteHint: 'Only colleagues see this', send: 'Send', addNote: 'Add note', suggested: 'Suggested replies', use: 'Use', attach: 'Picture or file', sending: 'Sending', failed: 'Not sent, click to retry', macrosEmpty: 'No macro fits',
  withAi: 'The AI is talking with the customer', withNobody: 'The customer is waiting for a person', withOther: (name) => `${name} is answering the customer`, ended: 'The conversation is resolved', takeOver: 'Take over', accept: 'Accept', decline: 'Decline', handBack: 'Hand back to AI', transfer: 'Transfer', snooze: 'Snooze', wait: 'Await customer', wake: 'Resume', wrapUp: 'End the talk', resolve: 'Resolve', reopen: 'Reopen',
  toGroup: 'To a skill group', toAgent: 'or to a colleague', handNote: 'A word for whoever takes it', outcome: 'Outcome', outcomes: { solved: 'Solved', unsolved: 'Not solved', no_answer_needed: 'No answer needed', spam: 'Spam' }, topic: 'Topic', resolveNote: 'Summary', in1h: 'in 1 hour', in3h: 'in 3 hours', tomorrow: 'tomorrow 09:00', promised: (when) => `Answer promised by ${when}`, contact: 'Contact',
  panel: 'Customer', visitor: 'Visitor (not identified)', level: 'Level', spent: 'Spent', since: 'First seen', orders: 'Orders', noOrders: 'No orders', browsing: 'Looked at', past: 'Past conversations', levels: { leaf: 'Leaf', silver: 'Silver', gold: 'Gold' }, looked: 'viewed', searchedFor: 'searched', carted: 'in cart',
  orderStatus: { awaiting_payment: 'Awaiting payment', awaiting_dispatch: 'Awaiting dispatch', in_transit: 'In transit', delivered: 'Delivered', cancelled: 'Cancelled', return_requested: 'Return requested', returning: 'Returning', refunded: 'Refunded' }, total: 'Total', tooLong: 'At most 8,000 characters', page: 'On page', stars: (score) => `${score} of 5`,
};
