extension HTMLRenderer {
  /// The page's style: one column, few lines, light and dark, screen and paper.
  static var styleSheet: StaticString {
    """
    :root{--ground:#fff;--ink:#1a1d21;--muted:#565e68;--rule:#d5d9de;--link:#0b5394;
    --first:#1f5fa8;--second:#b0480f;--wash:#f5f6f8}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#14171b;--ink:#e8eaed;
    --muted:#a7b0bb;--rule:#363c44;--link:#8ab4f8;--first:#7db3f0;--second:#f0986a;--wash:#1c2026}}
    *{box-sizing:border-box}
    html{font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    color:var(--ink);background:var(--ground);-webkit-text-size-adjust:100%;text-size-adjust:100%;
    overflow-wrap:break-word}
    body{margin:0}
    main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
    h1{font-size:1.75rem;line-height:1.2;margin:.2rem 0 .4rem;text-wrap:balance}
    h2{font-size:1.3rem;line-height:1.25;margin:2.6rem 0 .6rem;padding-top:.8rem;
    border-top:2px solid var(--ink)}
    h3{font-size:1.05rem;line-height:1.3;margin:1.8rem 0 .3rem}
    h4{font-size:.95rem;line-height:1.3;margin:1.4rem 0 .3rem}
    p{margin:.5rem 0}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);
    outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:.5rem;top:.5rem;padding:.4rem .8rem;background:var(--ground)}
    .meta,.note{color:var(--muted);font-size:.88rem}
    .meta{margin:.15rem 0}
    nav ul{list-style:none;padding:0;margin:1rem 0;display:flex;flex-wrap:wrap;gap:.15rem 1.2rem;
    font-size:.92rem}
    .findings{list-style:none;padding:0;margin:1rem 0;counter-reset:finding}
    .findings li{counter-increment:finding;padding:.7rem 0 .7rem 2.4rem;
    border-top:1px solid var(--rule);position:relative}
    .findings li:first-child{border-top:0}
    .findings li::before{content:counter(finding);position:absolute;left:0;top:.5rem;
    font-weight:700;font-size:1.25rem;color:var(--muted)}
    .findings b{display:block}
    .findings span{color:var(--muted);font-size:.92rem}
    .facts{list-style:none;display:flex;flex-wrap:wrap;gap:.6rem;padding:0;margin:.8rem 0}
    .facts li{background:var(--wash);padding:.5rem .8rem;border-radius:6px;min-width:8.5rem;
    font-size:.92rem;line-height:1.35;max-width:100%}
    .facts b{display:block;font-size:1.3rem;line-height:1.3;font-variant-numeric:tabular-nums}
    dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.3rem .9rem;
    font-size:.92rem;margin:.6rem 0}
    dt{color:var(--muted);max-width:13rem}
    dd{margin:0;min-width:0}
    code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}
    pre{overflow-x:auto;padding:.6rem .8rem;background:var(--wash);font-size:.88rem}
    hr{border:0;border-top:1px solid var(--rule);margin:1.4rem 0}
    .scroll{overflow-x:auto;margin:.6rem 0}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92rem;width:100%;
    line-height:1.4}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    caption span{display:block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
    th,td{padding:.34rem .45rem;text-align:left;border-bottom:1px solid var(--rule);
    vertical-align:top}
    th:last-child,td:last-child{padding-right:0}
    th:first-child{padding-left:0;position:sticky;left:0;background:var(--ground)}
    thead th{border-bottom:2px solid var(--ink);font-weight:600;vertical-align:bottom}
    tbody th{font-weight:400;min-width:9rem}
    tbody .group th{font-weight:600;padding-top:.9rem}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal}
    .none{color:var(--muted)}
    .share span{display:inline-block;min-width:3.2em}
    figure{margin:1.2rem 0}
    figcaption{font-weight:600;font-size:.95rem;line-height:1.35}
    .chart{width:100%;height:auto;display:block;overflow:visible;margin:.4rem 0;
    font-variant-numeric:tabular-nums}
    .chart.narrow{display:none}
    .label,.value{fill:var(--ink)}
    .value,.inside{font-weight:600}
    .tick,.reason{fill:var(--muted)}
    .reason{font-style:italic;paint-order:stroke;stroke:var(--ground);stroke-width:5px;
    stroke-linejoin:round}
    .grid{stroke:var(--rule)}
    .zero,.mean{stroke:var(--ink);stroke-width:1.4}
    .mean{stroke-dasharray:4 3}
    .halo{stroke:var(--ground);stroke-width:4}
    .gap{stroke:var(--rule);stroke-width:6;stroke-linecap:round}
    .first{fill:var(--first)}
    .second{fill:var(--second)}
    .interval{stroke-width:2.5}
    .interval.first{stroke:var(--first)}
    .interval.second{stroke:var(--second)}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1rem;padding:0;margin:.4rem 0;
    font-size:.88rem}
    .legend svg{width:.95rem;height:.95rem;margin-right:.15rem;vertical-align:-.12rem}
    details{margin:.5rem 0;border-left:3px solid var(--rule);padding:.1rem 0 .1rem .8rem}
    summary{cursor:pointer;color:var(--link)}
    @media(max-width:560px){
    .chart.wide{display:none}.chart.narrow{display:block}
    h1{font-size:1.5rem}
    th:first-child{max-width:44vw}
    dl{display:block}dt{max-width:none;margin-top:.5rem}
    .facts li{flex:1 1 8.5rem}}
    @media print{
    html{font-size:10.5pt}main{max-width:none;padding:0}
    .skip,nav{display:none}
    .chart.wide{display:block}.chart.narrow{display:none}
    h2,h3,h4,figcaption,caption{break-after:avoid}
    figure>svg,tr,.findings li,.facts{break-inside:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible}th:first-child{position:static}
    a{color:inherit;text-decoration:none}
    details{border:0;padding:0}summary{list-style:none;color:inherit;font-weight:600}
    details::details-content{content-visibility:visible;display:block;height:auto}
    .facts li{border:1px solid var(--rule)}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
  }
}
