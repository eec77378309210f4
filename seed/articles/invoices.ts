import type { SeedArticle } from '../demo-shop.ts';

export const invoiceArticles: SeedArticle[] = [
  {
    key: 'invoice-ordinary',
    category: 'invoice',
    zh: {
      title: '怎么开发票',
      body: '结账时填写抬头，**签收后 24 小时内**发送电子普通发票到您的邮箱。忘记填的，60 天内可在订单里补开。',
      phrasings: ['能开发票吗', '发票什么时候给', '没收到发票', '要报销开票', '补开发票', '电子发票在哪下载'],
    },
    en: {
      title: 'How do I get an invoice?',
      body: 'Fill in the title at checkout: the Chinese electronic invoice comes by e-mail **within 24 hours of delivery**. Forgot it? Ask on the order within 60 days. Orders abroad get a commercial invoice as PDF.',
      phrasings: [
        'i need an invoice',
        'where is my receipt',
        'invoice for my company',
        'download invoice pdf',
        'commercial invoice',
      ],
    },
  },
  {
    key: 'invoice-vat',
    category: 'invoice',
    zh: {
      title: '可以开增值税专用发票吗',
      body: '企业客户可以。签收后 **30 天内**提供抬头、税号、地址电话、开户行和账号，5 个工作日开出。个人抬头不能开专票。',
      phrasings: ['开专票', '公司要增值税专票', '专票需要什么资料', '能开13%专票吗', '专票多久'],
    },
    en: {
      title: 'Can I get a Chinese VAT special invoice?',
      body: 'Companies registered in China can: within **30 days** send company name, tax number, address, phone, bank and account; it is issued in 5 working days. Not for private persons.',
      phrasings: [
        'vat special invoice',
        'fapiao for company',
        'zhuanpiao',
        'vat invoice china',
        'tax invoice for business',
      ],
    },
  },
  {
    key: 'invoice-reissue',
    category: 'invoice',
    zh: {
      title: '发票抬头开错了能重开吗',
      body: '可以，**60 天内重开一次**。电子普票我们直接红冲重开；专票请先确认未抵扣。',
      phrasings: ['发票抬头写错', '重开发票', '税号错了', '发票换抬头', '开成个人了要公司的'],
    },
    en: {
      title: 'My invoice has the wrong title: can it be re-issued?',
      body: 'Yes, **once within 60 days**. We cancel and re-issue electronic invoices directly; a VAT special invoice must not have been deducted yet.',
      phrasings: [
        'wrong name on invoice',
        'change invoice title',
        'reissue invoice',
        'wrong tax number on the fapiao',
        'correct my invoice',
      ],
    },
  },
];
