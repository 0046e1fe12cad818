/** The page's style sheet: system fonts, light and dark, narrow and wide, and paper. */
import { PROPERTIES } from "../charts/theme.ts";

const properties = (theme: "light" | "dark"): string => PROPERTIES.map(([name, colour]) => `${name}:${colour[theme]}`).join(";");

const LAYOUT = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--page-paper);color:var(--page-ink);font:400 1.0625rem/1.58 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-kerning:normal;overflow-wrap:break-word}
a{color:var(--page-accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
:focus-visible{outline:2px solid var(--page-accent);outline-offset:3px;border-radius:2px}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 2rem}
header{padding-top:2.5rem}
.brand{display:flex;align-items:center;gap:.7rem;margin:0 0 2.4rem;color:var(--page-muted);font-size:.95rem}
.brand svg{flex:none;width:1.9rem;height:1.9rem}
.brand strong{color:var(--page-ink);font-weight:650;letter-spacing:.01em}
h1,h3,th,td{unicode-bidi:plaintext}
h1{margin:0 0 .9rem;font-size:1rem;font-weight:600;color:var(--page-muted);letter-spacing:.005em}
.verdict{margin:0;max-width:56rem;font-size:clamp(1.4rem,1.02rem + 1.75vw,2.15rem);line-height:1.3;font-weight:420;letter-spacing:-.014em;text-wrap:pretty}
.verdict.long{font-size:1.2rem;line-height:1.45;letter-spacing:0;max-width:60rem}
.verdict strong{font-weight:700;white-space:nowrap}
.reasons{margin:1.2rem 0 0;padding:0;list-style:none;max-width:46rem;color:var(--page-muted);font-size:1.1rem}
.reasons li+li{margin-top:.25rem}
.notice{margin:1.6rem 0 0;padding:.8rem 1.1rem;max-width:46rem;border-left:4px solid var(--page-limit);background:var(--page-raised);border-radius:0 .4rem .4rem 0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1.1rem 2rem;margin:2.6rem 0 0;padding:1.3rem 0;border-block:1px solid var(--page-rule)}
.facts>div{min-width:0}
.facts dd,.verdict,h1,h3,.reasons,.stops,.legend,summary{overflow-wrap:anywhere}
.facts dt{color:var(--page-muted);font-size:.85rem}
.facts dd{margin:.1rem 0 0;font-size:.98rem;line-height:1.45}
nav{margin:1.1rem 0 0;font-size:.92rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;margin:0;padding:0;list-style:none}
nav a{color:var(--page-muted);text-decoration:none}
nav a:hover{color:var(--page-accent);text-decoration:underline}
section{display:grid;grid-template-columns:13rem minmax(0,51.25rem);column-gap:2.75rem;padding:2.9rem 0 0;margin:2.9rem 0 0;border-top:1px solid var(--page-rule)}
section:first-child{border-top:0;padding-top:0}
section>.lead>h2{margin:0;font-size:1.22rem;line-height:1.3;font-weight:650;letter-spacing:-.01em}
section>.lead>p{margin:.65rem 0 0;color:var(--page-muted);font-size:.95rem;line-height:1.52}
section>.content{min-width:0}
h3{margin:2.4rem 0 .8rem;font-size:1.05rem;line-height:1.3;font-weight:650}
.content>*:first-child{margin-top:0}
figure{margin:0}
figure svg{display:block;width:100%;height:auto}
svg.narrow{display:none}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;margin:0 0 1rem;padding:0;list-style:none;font-size:.9rem}
.legend li{display:flex;align-items:baseline;gap:.5rem}
.legend.explained{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:.2rem 1.6rem;margin:1rem 0 0;color:var(--page-muted);line-height:1.4}
.legend b{color:var(--page-ink);font-weight:600}
.swatch{flex:none;display:inline-block;width:.78em;height:.78em;border-radius:.16em;transform:translateY(.06em);box-shadow:inset 0 0 0 1px rgb(128 128 128/.35)}
.symbol{flex:none;width:.9em;height:.9em;transform:translateY(.1em)}
.scroll{overflow-x:auto;margin:1.3rem 0 0;scrollbar-width:thin}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums;min-width:100%}
th,td{padding:.48rem .9rem .48rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--page-rule);white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--page-muted);font-weight:500;font-size:.82rem;vertical-align:bottom;white-space:normal}
tbody th{font-weight:600}
thead .tag{color:var(--page-ink);font-weight:650;font-size:.95rem}
table.even{table-layout:fixed;width:100%;min-width:max(100%,calc(var(--columns)*5.2rem))}
.even th,.even td{white-space:normal}
.even thead th+th{padding-left:.4rem}
.even thead .tag{overflow-wrap:anywhere}
.right{text-align:right}
.wrap{white-space:normal;min-width:11rem;overflow-wrap:anywhere}
thead .wrap{overflow-wrap:normal}
td.na{color:var(--page-muted)}
.tag{display:inline-flex;align-items:baseline;gap:.45rem}
caption{text-align:left}
.note{margin:.8rem 0 0;color:var(--page-muted);font-size:.88rem}
.pair table{width:min(100%,34rem);min-width:0}
.notes{margin:1.2rem 0 0;padding:0 0 0 1.2rem;color:var(--page-muted);font-size:.95rem}
.notes li+li{margin-top:.3rem}
h3+.scroll{margin-top:.3rem}
.stops{margin:1.5rem 0 0;padding:0;list-style:none}
.stops li{margin:.7rem 0 0;padding:0 0 0 1rem;border-left:4px solid var(--mark)}
details{margin:1rem 0 0;font-size:.95rem}
details+details{margin-top:.35rem}
summary{cursor:pointer;color:var(--page-muted);font-size:.9rem;width:fit-content;padding:.15rem 0}
summary:hover{color:var(--page-accent)}
details[open]>summary{color:var(--page-ink)}
details .scroll{margin-top:.5rem}
pre{margin:1rem 0 0;padding:1rem 1.15rem;overflow-x:auto;background:var(--page-raised);border-radius:.5rem;font:400 .84rem/1.55 ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;tab-size:2}
code{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;font-size:.9em}
code.hash{overflow-wrap:anywhere}
details pre{max-height:26rem;overflow:auto}
footer{margin-top:3.5rem;padding-top:1.5rem;padding-bottom:3rem;color:var(--page-muted);font-size:.88rem}
footer p{margin:.3rem 0;border:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;

const NARROWER = `
@media (max-width:62rem){
section{display:block;padding-top:2.2rem;margin-top:2.2rem}
section>.lead{max-width:46rem;margin-bottom:1.5rem}
section>.lead>h2{font-size:1.35rem}
}
@media (max-width:40rem){
body{font-size:1rem}
header,main,footer{padding-left:1.25rem;padding-right:1.25rem}
header{padding-top:1.4rem}
.brand{margin-bottom:1.5rem}
.reasons{font-size:1.02rem}
.facts{margin-top:1.8rem;grid-template-columns:1fr;gap:.8rem}
svg.wide{display:none}
svg.narrow{display:block}
table.even{font-size:.8rem}
.even th,.even td{padding-right:.6rem}
.even .wrap{min-width:0}
.even .tag{font-size:.76rem;gap:0 .3rem;flex-wrap:wrap;justify-content:flex-end}
.even thead th+th{padding-left:0}
tbody th,thead th:first-child{position:sticky;left:0;background:var(--page-paper)}
}
`;

const PAPER = `
@page{margin:16mm}
@media print{
body{font-size:10pt}
header,main,footer{max-width:none;padding:0}
nav{display:none}
section{display:block;padding-top:1.2rem;margin-top:1.2rem;break-inside:auto}
section>.lead{margin-bottom:.8rem;break-after:avoid;break-inside:avoid}
section>.content{break-before:avoid}
h1,h2,h3,summary,thead,.legend:not(.explained){break-after:avoid}
.legend.explained,.note{break-before:avoid}
.legend{font-size:8.5pt}
.legend.explained{grid-template-columns:1fr 1fr}
figure,tr,.stops li,.notes li,.facts,.legend{break-inside:avoid}
p,li{orphans:3;widows:3}
svg.wide{display:block;max-height:185mm}
figure:has(.explained) svg.wide{max-height:165mm}
svg.narrow{display:none}
.scroll.short{break-inside:avoid}
.scroll,pre,details pre{overflow:visible;max-height:none}
pre{white-space:pre-wrap}
th,td{white-space:normal;padding-right:.5rem}
table,table.even{font-size:7.5pt;min-width:0}
.dense table{font-size:6pt}
.dense th,.dense td{padding-right:.3rem}
.crowded table{font-size:5.5pt}
.crowded th,.crowded td{padding-right:.15rem}
.crowded thead th{overflow-wrap:anywhere}
thead th,thead .tag{font-size:inherit}
.wrap{min-width:0}
.tag{gap:.25rem}
details.bulky{display:none}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/** Dark only on a screen: paper is white. */
export const styleSheet = (): string =>
  `:root{color-scheme:light dark;${properties("light")}}\n@media screen and (prefers-color-scheme:dark){:root{${properties("dark")}}}${LAYOUT}${NARROWER}${PAPER}`;
