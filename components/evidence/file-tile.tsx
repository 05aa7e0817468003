import { Pencil, X } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import type { EvidenceFile } from '@/lib/evidence/evidence-file';
import { formatBytes } from '@/lib/std/bytes';
import { Thumbnail, useThumbnail } from './thumbnail';

interface FileTileProps {
  readonly file: EvidenceFile;
  readonly overLimit: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A file the agent added: what it looks like, its name and size. A picture is opened by pressing it. */
export function FileTile({ file, overLimit, onEdit, onRemove }: FileTileProps) {
  const thumbnail = useThumbnail(file.bytes);
  return (
    <li className="relative overflow-hidden rounded-md border border-line bg-card shadow-card">
      {thumbnail.state === 'image' || thumbnail.state === 'opening' ? (
        <button
          type="button"
          aria-label={`Edit ${file.name}`}
          title="Crop, mark or blur"
          onClick={onEdit}
          className="relative block w-full -outline-offset-2"
        >
          <Thumbnail thumbnail={thumbnail} />
          <span className="absolute start-1 bottom-1 grid size-5 place-items-center rounded-sm bg-card text-ink-2 shadow-card">
            <Pencil size={12} aria-hidden="true" />
          </span>
        </button>
      ) : (
        <Thumbnail thumbnail={thumbnail} />
      )}
      <div className="px-2 py-1">
        <p className="line-clamp-2 wrap-anywhere text-meta" title={file.name}>
          <bdi>{file.name}</bdi>
        </p>
        <p className={`text-mini ${overLimit ? 'font-semibold text-s4' : 'text-ink-3'}`}>
          {formatBytes(file.size)}
          {overLimit ? ', over the limit' : thumbnail.state === 'broken' ? ', cannot be shown' : ''}
        </p>
      </div>
      <IconButton
        label={`Remove ${file.name}`}
        className="absolute end-1 top-1 bg-card shadow-card"
        onClick={onRemove}
      >
        <X size={14} />
      </IconButton>
    </li>
  );
}
