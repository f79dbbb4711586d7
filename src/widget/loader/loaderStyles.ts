/**
 * Styles of launcher and panel, for a constructed sheet, which a page's `style-src 'none'` does not stop. Nothing
 * moves, so no motion has to be reduced. They are written short, since they are a third of what every visitor of the
 * host page downloads. Text on the accent is white up to a lightness of 49, where black and white read about equally
 * well, and black above it.
 */
export const loaderStyles = `:host{all:initial!important;display:contents!important;color-scheme:light dark!important;--accent:#3454d1}
:host>*{position:fixed;z-index:2000000000;inset-inline-end:20px;bottom:20px;font:14px/1.4 system-ui,sans-serif;box-shadow:0 4px 24px #0004;outline:1px solid transparent}
.panel{bottom:88px;width:400px;max-width:calc(100% - 40px);height:min(660px,100% - 108px);display:grid;place-items:center;text-align:center;background:Canvas;color:CanvasText;border-radius:12px;overflow:hidden}
button{all:unset;display:inline-flex;align-items:center;gap:8px;cursor:pointer;font-weight:600;padding:15px;border:1px solid transparent;border-radius:28px;background:var(--accent);color:#fff;color:lch(from var(--accent) calc((49 - l)*1e9) 0 0)}
button:focus-visible{outline:3px solid #48f;outline-offset:2px}
[data-unread]:after{content:attr(data-unread);position:absolute;top:-6px;inset-inline-end:-6px;padding:2px 7px;border-radius:12px;background:#c22;color:#fff;font-size:12px}
:host([data-position*=right])>*{left:auto;right:20px}
:host([data-position*=left])>*{right:auto;left:20px}
:host([data-position^=top])>*{bottom:auto;top:20px}
:host([data-position^=top])>.panel{top:88px}
@media (max-width:480px),(max-height:480px){.panel{max-height:320px}}
:host>[aria-modal=true]{inset:0;min-width:100%;min-height:100%;border-radius:0}
iframe{position:absolute;border:0;width:100%;height:100%;visibility:hidden}
.live iframe{visibility:visible}
.live div{display:none}
svg{width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:2}
.close{position:absolute;z-index:1;top:6px;inset-inline-end:6px;padding:9px;background:0 0;color:CanvasText}
p[role=status]{clip-path:inset(50%)}
[hidden]{display:none!important}
@media print{:host{display:none!important}}`;
