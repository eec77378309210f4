/** Words the whole console shares; each feature has its own beside it. */
export const zh = {
  inbox: '会话', knowledge: '知识库', macros: '快捷回复', team: '团队', settings: '设置', signOut: '退出登录', online: '在线', away: '离开', offline: '离线',
  presence: '我的状态', awayReasons: ['休息', '用餐', '会议', '培训'], autoAccept: '自动接入新会话', language: 'English', theme: '切换明暗', shortcuts: '快捷键', sound: '提示音', notify: '桌面通知',
  save: '保存', cancel: '取消', delete: '删除', edit: '编辑', create: '新建', close: '关闭', saved: '已保存', deleted: '已删除', search: '搜索', back: '返回', loading: '加载中…', none: '无',
  lost: '连接已断开，正在重连…', chinese: '中文', english: '英文', password: '修改密码', currentPassword: '当前密码', newPassword: '新密码（至少 10 位）', actions: '操作', confirm: '确定', profile: '我的账户',
  jump: '跳转或搜索…', nothingFound: '没有找到', yes: '是', no: '否',
  problem: {
    invalid_input: '填写有误', text_too_long: '文字太长，最多 8000 字', not_signed_in: '请先登录', wrong_credentials: '邮箱或密码不对', not_allowed: '您没有权限', not_found: '不存在或已删除', already_exists: '已经存在',
    client_message_id_reused: '消息重复', not_your_turn_to_speak: '现在由别人负责这个会话，请先接管', illegal_status_change: '会话当前状态不能这样操作', changed_meanwhile: '刚刚有人改动过，请刷新再试',
    file_too_large: '文件太大，最多 10 MB', file_type_refused: '这种文件不能发送', too_many_requests: '操作太频繁，请稍候', internal_error: '出了点问题，请重试', storage_unavailable: '暂时无法保存，请稍后重试',
  },
};
export const en: typeof zh = {
  inbox: 'Conversations', knowledge: 'Knowledge', macros: 'Macros', team: 'Team', settings: 'Settings', signOut: 'Sign out', online: 'Online', away: 'Away', offline: 'Offline',
  presence: 'My status', awayReasons: ['Break', 'Lunch', 'Meeting', 'Training'], autoAccept: 'Accept new conversations automatically', language: '中文', theme: 'Light or dark', shortcuts: 'Keyboard shortcuts', sound: 'Sound', notify: 'Desktop notifications',
  save: 'Save', cancel: 'Cancel', delete: 'Delete', edit: 'Edit', create: 'New', close: 'Close', saved: 'Saved', deleted: 'Deleted', search: 'Search', back: 'Back', loading: 'Loading…', none: 'None',
  lost: 'Connection lost, reconnecting…', chinese: 'Chinese', english: 'English', password: 'Change password', currentPassword: 'Current password', newPassword: 'New password (at least 10 characters)', actions: 'Actions', confirm: 'Confirm', profile: 'My account',
  jump: 'Go to or search…', nothingFound: 'Nothing found', yes: 'Yes', no: 'No',
  problem: {
    invalid_input: 'Something is not filled in right', text_too_long: 'Too long: at most 8,000 characters', not_signed_in: 'Sign in first', wrong_credentials: 'Wrong e-mail or password', not_allowed: 'You may not do this', not_found: 'It does not exist any more', already_exists: 'It exists already',
    client_message_id_reused: 'The message was sent before', not_your_turn_to_speak: 'Somebody else holds this conversation; take it over first', illegal_status_change: 'The conversation’s state does not allow this', changed_meanwhile: 'Somebody changed it just now; look again',
    file_too_large: 'Too large: at most 10 MB', file_type_refused: 'This kind of file cannot be sent', too_many_requests: 'Too fast; wait a moment', internal_error: 'Something went wrong; try again', storage_unavailable: 'Cannot be stored right now; try again shortly',
  },
};
