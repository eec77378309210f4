import type { SeedArticle } from '../demo-shop.ts';

export const accountArticles: SeedArticle[] = [
  {
    key: 'delete-account',
    category: 'account',
    zh: {
      title: '怎么注销账号',
      body: '「我的 → 设置 → 注销账号」，验证手机后提交，**15 天内**完成并删除个人信息；有未完成订单需先处理完。积分和优惠券一并清空。',
      phrasings: ['注销', '删除我的账户', '不想用了怎么销号', '把我的资料删掉'],
    },
    en: {
      title: 'How do I delete my account?',
      body: 'Account → Settings → Delete account; after a code is confirmed it is done **within 15 days**, personal data included. Open orders must be finished first; points and coupons are lost.',
      phrasings: ['close my account', 'delete my data', 'remove my profile', 'gdpr deletion'],
    },
  },
  {
    key: 'sign-in',
    category: 'account',
    zh: {
      title: '登录不了、收不到验证码',
      body: '确认手机号或邮箱没有填错，看看短信拦截和垃圾邮件；验证码 10 分钟内有效，一小时最多 5 次。换了手机号，用邮箱登录后在设置里更换。',
      phrasings: ['收不到验证码', '登不上去', '换手机号了怎么登录', '账号登录失败', '忘记密码'],
    },
    en: {
      title: 'I cannot sign in or get no code',
      body: 'Check the number or e-mail for typos, and your spam folder; a code lives 10 minutes, at most five an hour. New phone number? Sign in by e-mail and change it under Settings.',
      phrasings: [
        'cant log in',
        'no verification code',
        'changed my phone number',
        'login problem',
        'forgot password',
      ],
    },
  },
  {
    key: 'unsubscribe',
    category: 'account',
    zh: {
      title: '不想收到营销短信',
      body: '回复 **R** 退订，或在「我的 → 设置 → 通知」里关闭；订单和物流通知不受影响。',
      phrasings: ['退订短信', '别再发广告', '关闭推送', '短信太多了'],
    },
    en: {
      title: 'Stop marketing messages',
      body: 'Use the link at the bottom of an e-mail, reply **R** to a text, or switch them off under Account → Settings → Notifications. Order updates go on.',
      phrasings: ['unsubscribe', 'stop emails', 'too many messages', 'turn off notifications'],
    },
  },
  {
    key: 'privacy',
    category: 'account',
    zh: {
      title: '个人信息怎么用，能导出吗',
      body: '只用于履约和您同意的推荐，不出售。在「设置 → 隐私」可**导出全部数据**，15 天内发到邮箱。未成年人购买需监护人同意。',
      phrasings: ['会泄露隐私吗', '导出我的数据', '个人信息保护', '未成年能买吗'],
    },
    en: {
      title: 'How is my personal data used, and can I export it?',
      body: 'For fulfilling orders and for suggestions you agreed to; never sold. Settings → Privacy **exports everything** to your e-mail within 15 days. Minors need a guardian’s consent to buy.',
      phrasings: [
        'privacy policy',
        'export my data',
        'do you sell my data',
        'gdpr request',
        'can minors buy',
      ],
    },
  },
];
