const dark =
  '--bg:#1b1e20;--soft:#272b2e;--ink:#e9e7e1;--dim:#a6adae;--line:#363b3f;--warn:#ff9d8a;color-scheme:dark';

/** All of the panel's look. Set through a constructed sheet, which a strict CSP allows. */
export const styles = `
.panel{--bg:#fff;--soft:#f4f3ef;--ink:#22272a;--dim:#5f686c;--line:#e4e2dc;--mine:var(--accent);--warn:#a5331f;color-scheme:light;position:fixed;right:20px;bottom:92px;width:380px;height:min(640px,calc(100vh - 116px));z-index:2147483001;display:flex;flex-direction:column;overflow:hidden;border-radius:18px;background:var(--bg);color:var(--ink);box-shadow:0 16px 60px rgb(0 0 0/.24);font:15px/1.55 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;text-align:left;animation:rise .16s ease-out}
.panel[hidden]{display:none}
@keyframes rise{from{opacity:0;transform:translateY(10px)}}
@media (prefers-color-scheme:dark){.panel:not([data-theme]){${dark}}}
.panel[data-theme=dark]{${dark}}
.panel *{box-sizing:border-box}
.panel button,.panel input,.panel textarea{font:inherit;color:inherit}
.panel button{cursor:pointer}
.panel svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;flex:none}
.panel :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
header{display:flex;align-items:center;gap:8px;padding:12px 10px 12px 18px;background:var(--accent);color:var(--on-accent)}
header :focus-visible{outline-color:currentColor}
header h2{margin:0;font-size:16px;line-height:1.25;font-weight:650;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
header p{margin:0;font-size:13px;opacity:.95}
header>div{flex:1;min-width:0}
header button{border:0;background:none;min-width:40px;height:40px;border-radius:10px;display:grid;place-items:center}
header button:hover{background:rgb(128 128 128/.25)}
header .person{display:flex;gap:6px;align-items:center;padding:0 12px;border:1px solid currentColor;font-size:13px;white-space:nowrap}
header .person[hidden]{display:none}
header .person svg{width:16px;height:16px}
.bar{padding:8px 18px;font-size:13px;background:var(--soft);color:var(--dim);display:flex;gap:10px;align-items:center;justify-content:space-between;flex-wrap:wrap}
.bar:empty{display:none}
.bar b{color:var(--ink)}
.bar button{border:1px solid var(--line);background:var(--bg);border-radius:99px;padding:6px 12px;min-height:40px}
.log{flex:1;overflow-y:auto;padding:16px;display:flex;flex-direction:column;gap:10px;overscroll-behavior:contain}
.day,.notice{align-self:center;text-align:center;font-size:12.5px;color:var(--dim);max-width:90%}
.message{display:flex;flex-direction:column;align-items:flex-start;gap:5px;max-width:88%}
.message.mine{align-self:flex-end;align-items:flex-end}
.who{display:flex;gap:5px;align-items:center;font-size:12.5px;color:var(--dim);font-weight:600}
.who svg{width:15px;height:15px}
.agent .who{color:var(--ink)}
.bubble{max-width:100%;padding:9px 13px;border-radius:16px;border-bottom-left-radius:5px;background:var(--soft);overflow-wrap:anywhere}
.agent .bubble{background:var(--bg);border:1px solid var(--line)}
.mine .bubble{background:var(--mine);color:var(--on-accent);border-radius:16px;border-bottom-right-radius:5px}
.bubble p,.bubble ul,.bubble ol{margin:0 0 7px}
.bubble>:last-child{margin-bottom:0}
.bubble ul,.bubble ol{padding-left:20px}
.bubble .heading{font-weight:650}
.bubble a{color:inherit;text-decoration:underline;text-underline-offset:2px}
.bubble code{font-size:.92em}
.table{overflow-x:auto;margin-bottom:7px}
table{border-collapse:collapse;font-size:13.5px}
th,td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid var(--line);white-space:nowrap}
.hint,.seen,.state{font-size:12px;color:var(--dim)}
.state.bad{border:0;background:none;color:var(--warn);padding:8px 0;text-decoration:underline}
.source{font-size:13px;color:var(--dim);max-width:100%}
.source summary{cursor:pointer;padding:3px 0}
.source p{margin:4px 0 0;padding-left:10px;border-left:2px solid var(--line)}
.choices{display:flex;flex-wrap:wrap;gap:7px}
.choices button{border:1px solid var(--accent);background:var(--bg);border-radius:16px;padding:8px 14px;min-height:40px;text-align:left}
.choices button:hover:enabled{background:var(--soft)}
.choices button:disabled{opacity:.6;cursor:default;border-color:var(--line)}
.picture{border:0;padding:0;background:none;border-radius:14px;overflow:hidden;max-width:220px}
.picture img{display:block;max-width:100%;max-height:220px;object-fit:cover}
.file,.card{display:flex;gap:10px;align-items:center;padding:10px 12px;border:1px solid var(--line);border-radius:14px;color:inherit;text-decoration:none}
.card img{width:56px;height:56px;border-radius:10px;object-fit:cover}
.card small{display:block;color:var(--dim)}
.draft:empty{display:none}
.typing{font-size:13px;color:var(--dim);min-height:20px}
.sheet,.rating{background:var(--soft);border-radius:16px;padding:16px;display:flex;flex-direction:column;gap:7px}
.sheet h3,.sheet p,.rating p{margin:0}
.sheet label{font-size:13px;font-weight:600}
.sheet input,.sheet textarea,.rating textarea{width:100%;padding:9px 12px;border:1px solid var(--line);border-radius:10px;background:var(--bg);font-size:16px;resize:vertical}
.row{display:flex;justify-content:flex-end;gap:8px}
.sheet button,.rating>button{border:1px solid var(--line);background:var(--bg);border-radius:10px;padding:8px 16px;min-height:40px}
.panel .primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.wrong:empty{display:none}
.wrong{color:var(--warn);font-size:13.5px}
.stars{display:flex}
.panel .star{border:0;background:none;font-size:28px;line-height:1;width:44px;height:44px;padding:0;color:var(--dim);opacity:.55}
.panel .star.on{color:#c98a12;opacity:1}
.pending{display:flex;flex-wrap:wrap;gap:6px;padding:8px 12px 0}
.pending:empty,.tell:empty{display:none}
.chip{display:flex;gap:6px;align-items:center;font-size:13px;background:var(--soft);border-radius:10px;padding:4px 10px}
.chip button{border:0;background:none;min-width:28px;height:28px;padding:0}
.count{padding:6px 18px 0;font-size:12.5px;color:var(--dim);text-align:right}
.count:empty{display:none}
.tell{padding:6px 18px 0;color:var(--warn);font-size:13px}
.composer{display:flex;align-items:flex-end;gap:4px;padding:8px 8px 10px;border-top:1px solid var(--line)}
.panel .composer textarea:focus-visible{outline:none}
.composer textarea{flex:1;min-width:0;border:0;background:none;resize:none;max-height:130px;padding:9px 4px;font-size:16px;line-height:1.4;outline:none}
.composer:focus-within{box-shadow:inset 0 2px 0 var(--accent)}
.composer button{border:0;background:none;width:42px;height:42px;border-radius:12px;display:grid;place-items:center;color:var(--dim)}
.composer button:hover{background:var(--soft)}
.composer .send:enabled{color:var(--accent)}
.composer .send:disabled{opacity:.45;cursor:default}
.large{position:fixed;inset:0;z-index:2147483002;border:0;background:rgb(0 0 0/.86);display:grid;place-items:center;padding:20px;cursor:zoom-out}
.large img{max-width:100%;max-height:92vh}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (max-width:480px){.panel{inset:0;width:auto;height:var(--height,100dvh);border-radius:0;padding-bottom:env(safe-area-inset-bottom)}header{padding-top:max(12px,env(safe-area-inset-top))}}
@media (prefers-reduced-motion:reduce){.panel{animation:none}}
`;
