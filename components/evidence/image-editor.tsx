import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { IconButton } from '@/components/ui/button';
import { type OpenImage, openImage } from '@/lib/evidence/open-image';
import type { Result } from '@/lib/std/result';
import type { EditedImage } from './edited-image';
import { EditorBody } from './editor-body';

interface ImageEditorProps {
  readonly edited: EditedImage;
  readonly onSave: (bytes: Blob) => Promise<void>;
  readonly onClose: () => void;
}

/** The picture over the whole panel. What is drawn lives here until it is saved; only the saved picture is kept. */
export function ImageEditor({ edited, onSave, onClose }: ImageEditorProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<Result<OpenImage, string> | null>(null);
  const leave = useRef(onClose);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  useEffect(() => {
    let current = true;
    let bitmap: ImageBitmap | undefined;
    void openImage(edited.bytes).then((image) => {
      if (image.ok) bitmap = image.value.bitmap;
      if (current) setOpened(image);
      else bitmap?.close();
    });
    return () => {
      current = false;
      bitmap?.close();
    };
  }, [edited.bytes]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave.current();
      }}
      className="m-0 h-dvh max-h-none w-screen max-w-none flex-col overflow-hidden bg-bg p-0 text-ink open:flex"
    >
      <div className="flex items-center gap-2 border-b border-line bg-card py-1.5 ps-3.5 pe-2">
        <h2 id={id} className="line-clamp-2 wrap-anywhere min-w-0 flex-1 font-bold">
          Edit <bdi>{edited.name}</bdi>
        </h2>
        <IconButton label="Close without saving" onClick={() => leave.current()}>
          <X size={16} />
        </IconButton>
      </div>
      {opened === null ? (
        <p role="status" className="p-3.5 text-ink-3">
          Opening…
        </p>
      ) : opened.ok ? (
        <EditorBody image={opened.value} edited={edited} onSave={onSave} onClose={onClose} leave={leave} />
      ) : (
        <div className="p-3.5">
          <Banner tone="error" role="alert">
            {opened.error}
          </Banner>
        </div>
      )}
    </dialog>
  );
}
