import type { Context } from 'konva/lib/Context';
import { Layer } from 'konva/lib/Layer';
import type { KonvaEventObject } from 'konva/lib/Node';
import { Shape } from 'konva/lib/Shape';
import { Stage } from 'konva/lib/Stage';
import { Circle } from 'konva/lib/shapes/Circle';
import { Image as Picture } from 'konva/lib/shapes/Image';
import { Rect } from 'konva/lib/shapes/Rect';
import { Transformer } from 'konva/lib/shapes/Transformer';
import { type Area, type Mark, type MarkKind, toScale } from '@/lib/evidence/marks';
import type { OpenImage } from '@/lib/evidence/open-image';
import { paintMark } from '@/lib/evidence/paint-marks';

export type Tool = 'select' | MarkKind;

export interface StageView {
  readonly marks: readonly Mark[];
  readonly selectedId: string | null;
  readonly tool: Tool;
  /** Pixels on the screen for one of the image. */
  readonly scale: number;
}

interface StageEvents {
  readonly onSelect: (id: string | null) => void;
  /** Drawn with the pointer; width and height may be negative, and nearly nothing after a mere click. */
  readonly onDraw: (area: Area) => void;
  readonly onMove: (id: string, area: Area) => void;
}

const HANDLE = '#0b6f6a';
const DIM = 'rgb(0 0 0 / 0.5)';

const areaOf = (shape: Shape): Area => ({
  x: shape.x(),
  y: shape.y(),
  width: shape.width(),
  height: shape.height(),
});

/** The image with its marks on a canvas that the pointer works on. What it shows is told by `show`, never kept here. */
export class MarkStage {
  readonly #image: OpenImage;
  readonly #events: StageEvents;
  readonly #stage: Stage;
  readonly #marks = new Layer();
  readonly #shapes = new Map<string, Shape>();
  readonly #frame = new Transformer({
    rotateEnabled: false,
    flipEnabled: false,
    keepRatio: false,
    ignoreStroke: true,
    anchorSize: 10,
    anchorCornerRadius: 5,
    anchorStroke: HANDLE,
    borderStroke: HANDLE,
  });
  readonly #tip: Circle;
  readonly #draft: Rect;
  #view: StageView = { marks: [], selectedId: null, tool: 'select', scale: 1 };

  constructor(container: HTMLDivElement, image: OpenImage, events: StageEvents) {
    this.#image = image;
    this.#events = events;
    this.#stage = new Stage({ container, width: 1, height: 1 });
    const back = new Layer({ listening: false });
    back.add(new Picture({ image: image.bitmap }));
    this.#tip = new Circle({ fill: '#fff', stroke: HANDLE, draggable: true, visible: false });
    this.#draft = new Rect({ stroke: HANDLE, dash: [6, 4], strokeScaleEnabled: false, visible: false });
    this.#marks.add(this.#frame, this.#tip, this.#draft);
    this.#stage.add(back, this.#marks);
    this.#listen();
  }

  show(view: StageView): void {
    this.#view = view;
    const { marks, selectedId, tool, scale } = view;
    this.#stage.size({ width: this.#image.width * scale, height: this.#image.height * scale });
    this.#stage.scale({ x: scale, y: scale });
    this.#marks.listening(tool === 'select');
    this.#stage.container().style.cursor = tool === 'select' ? 'default' : 'crosshair';
    for (const [id, shape] of this.#shapes) {
      if (marks.some((mark) => mark.id === id)) continue;
      shape.destroy();
      this.#shapes.delete(id);
    }
    // As in the file: blurs lie below what is drawn onto them, the crop's shade above all.
    const order = (mark: Mark) => (mark.kind === 'blur' ? 0 : mark.kind === 'crop' ? 2 : 1);
    for (const mark of [...marks].sort((a, b) => order(a) - order(b))) this.#place(mark).moveToTop();
    const selected = marks.find((mark) => mark.id === selectedId);
    const shape = selected && this.#shapes.get(selected.id);
    this.#frame.nodes(shape && selected.kind !== 'arrow' ? [shape] : []);
    this.#frame.keepRatio(selected?.kind === 'text');
    this.#frame.enabledAnchors(
      selected?.kind === 'text' ? ['bottom-right'] : ['top-left', 'top-right', 'bottom-left', 'bottom-right'],
    );
    this.#tip.setAttrs({ visible: selected?.kind === 'arrow', radius: 6 / scale, strokeWidth: 2 / scale });
    if (selected) this.#tip.position({ x: selected.x + selected.width, y: selected.y + selected.height });
    for (const node of [this.#frame, this.#tip, this.#draft]) node.moveToTop();
    this.#stage.batchDraw();
  }

  destroy(): void {
    this.#stage.destroy();
  }

  #place(mark: Mark): Shape {
    const { id, x, y, width, height } = mark;
    const shape = this.#shapes.get(id) ?? this.#create(mark);
    shape.setAttrs({ x, y, width, height, mark, hitStrokeWidth: 16 / this.#view.scale });
    return shape;
  }

  #create({ id, kind }: Mark): Shape {
    const isLine = kind === 'arrow' || kind === 'crop';
    const shape: Shape = new Shape({
      draggable: true,
      // Neither is drawn: they tell which part of the shape the pointer hits.
      ...(isLine ? { stroke: HANDLE } : { fill: HANDLE }),
      sceneFunc: (context, drawn) => this.#paint(context, drawn),
      hitFunc: (context, hit) => {
        context.beginPath();
        if (kind === 'arrow') {
          context.moveTo(0, 0);
          context.lineTo(hit.width(), hit.height());
        } else context.rect(0, 0, hit.width(), hit.height());
        context.fillStrokeShape(hit);
      },
    });
    shape.on('pointerdown', () => this.#events.onSelect(id));
    shape.on('dragend', () => this.#events.onMove(id, areaOf(shape)));
    // The size instead of the scale, at once: strokes and mosaics are drawn for the size.
    shape.on('transform', () => {
      const { width, height } = areaOf(shape);
      shape.setAttrs({
        width: width * shape.scaleX(),
        height: height * shape.scaleY(),
        scaleX: 1,
        scaleY: 1,
      });
    });
    shape.on('transformend', () => this.#events.onMove(id, areaOf(shape)));
    this.#shapes.set(id, shape);
    this.#marks.add(shape);
    return shape;
  }

  #paint(context: Context, shape: Shape): void {
    const mark: Mark = { ...(shape.getAttr('mark') as Mark), ...areaOf(shape) };
    const pen = context._context;
    pen.save();
    pen.translate(-mark.x, -mark.y);
    if (mark.kind === 'crop') this.#paintCrop(pen, mark);
    else paintMark(pen, mark, this.#image, this.#image.sample);
    if (mark.covers) {
      pen.setLineDash([5 / this.#view.scale, 3 / this.#view.scale]);
      pen.lineWidth = 1.5 / this.#view.scale;
      pen.strokeStyle = HANDLE;
      pen.strokeRect(mark.x, mark.y, mark.width, mark.height);
    }
    pen.restore();
  }

  #paintCrop(pen: CanvasRenderingContext2D, { x, y, width, height }: Area): void {
    pen.fillStyle = DIM;
    pen.beginPath();
    pen.rect(0, 0, this.#image.width, this.#image.height);
    pen.rect(x, y, width, height);
    pen.fill('evenodd');
    pen.lineWidth = 2 / this.#view.scale;
    pen.strokeStyle = '#fff';
    pen.strokeRect(x, y, width, height);
  }

  #listen(): void {
    let start: { readonly x: number; readonly y: number } | null = null;
    const drawn = (): Area | null => {
      const to = this.#stage.getRelativePointerPosition();
      return start && to && { ...start, width: to.x - start.x, height: to.y - start.y };
    };
    this.#stage.on('pointerdown', ({ evt, target }: KonvaEventObject<PointerEvent>) => {
      if (evt.button !== 0) return;
      if (this.#view.tool === 'select') {
        if (target === this.#stage) this.#events.onSelect(null);
        return;
      }
      start = this.#stage.getRelativePointerPosition();
      // The pointer may leave the image while it draws.
      this.#stage.content.setPointerCapture(evt.pointerId);
    });
    this.#stage.on('pointermove', () => {
      const area = drawn();
      if (area) this.#draft.setAttrs({ ...area, visible: true, strokeWidth: 1.5 });
    });
    this.#stage.on('pointerup pointercancel', () => {
      const area = drawn();
      start = null;
      this.#draft.visible(false);
      if (area) this.#events.onDraw(area);
    });
    this.#tip.on('dragmove', () => this.#selected()?.setAttrs(this.#toTip()));
    this.#tip.on('dragend', () => {
      const { selectedId } = this.#view;
      const shape = this.#selected();
      if (selectedId && shape) this.#events.onMove(selectedId, areaOf(shape));
    });
    const { step } = toScale(this.#image);
    this.#frame.boundBoxFunc((before, after) =>
      Math.min(after.width, after.height) < step * this.#view.scale ? before : after,
    );
  }

  #selected(): Shape | undefined {
    return this.#shapes.get(this.#view.selectedId ?? '');
  }

  #toTip() {
    const shape = this.#selected();
    return { width: this.#tip.x() - (shape?.x() ?? 0), height: this.#tip.y() - (shape?.y() ?? 0) };
  }
}
