import { err, ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import type { CheckReport, Delivered } from '@/lib/trackers/tracker';
import { type Context, call, fetchCustomFieldIds, fetchProject, fetchUser } from './api';
import { SEVERITY_FIELD, SOURCE_FIELD } from './create-issue';
import { RoleSchema } from './schemas';

const ADVICE: Partial<Record<DeliveryError['kind'], string>> = {
  unauthorized: 'Redmine does not accept this API key. Copy it again from My account → API access key.',
  forbidden:
    'Redmine’s API is switched off. An administrator enables it under Administration → Settings → API.',
  'not-found': 'There is no Redmine at this address. Use the address of its start page, with its path.',
  'unexpected-answer':
    'What answers at this address is not Redmine’s API. Use the address of its start page.',
};

const inWords = (error: DeliveryError, advice: string | undefined): DeliveryError =>
  advice ? { ...error, message: advice } : error;

export async function check(ctx: Context): Delivered<CheckReport> {
  const { project: identifier, trackerName } = ctx.config;
  const user = await fetchUser(ctx, { include: 'memberships' });
  if (!user.ok) return err(inWords(user.error, ADVICE[user.error.kind]));

  const project = await fetchProject(ctx);
  if (!project.ok) {
    const hidden = project.error.kind === 'not-found' || project.error.kind === 'forbidden';
    const words = `The key works, but there is no project ${identifier}, or its account may not see it.`;
    return err(inWords(project.error, hidden ? words : undefined));
  }
  const { name, trackers, enabled_modules: modules, id } = project.value;
  if (modules && !modules.some((module) => module.name === 'issue_tracking')) {
    return err({
      kind: 'invalid',
      message: `Issue tracking is switched off in the project ${cleanLine(name)}.`,
    });
  }
  if (!trackers.some((tracker) => tracker.name.toLowerCase() === trackerName.trim().toLowerCase())) {
    const names = trackers.map((tracker) => cleanLine(tracker.name)).join(', ') || 'none';
    return err({
      kind: 'invalid',
      message: `The project has no tracker named ${trackerName}. It has: ${names}.`,
    });
  }

  const { admin, firstname, lastname, memberships } = user.value.user;
  const roleIds = memberships.filter((entry) => entry.project.id === id).flatMap((entry) => entry.roles);
  const rights = admin
    ? { missing: [], warnings: [] }
    : await checkRights(
        roleIds.map((role) => role.id),
        ctx,
      );
  if (rights.missing.includes('add_issues')) {
    return err({
      kind: 'forbidden',
      message: `The key works, but its account may not add issues in ${cleanLine(name)}.`,
    });
  }
  const fields = await fetchCustomFieldIds(ctx);
  const absent = [SOURCE_FIELD, SEVERITY_FIELD].filter((field) => !fields.has(field));
  return ok({
    summary: `Signed in as ${cleanLine(`${firstname} ${lastname}`)}; files into ${cleanLine(name)}`,
    warnings: [
      ...rights.warnings,
      ...absent.map((field) => `No custom field “${field}” was seen; it stays in the text only.`),
    ],
  });
}

/** What the account's roles in the project allow; unknown rights are no error, the first delivery will tell. */
async function checkRights(roleIds: readonly number[], ctx: Context) {
  const roles = await Promise.all(
    [...new Set(roleIds)].slice(0, 5).map((id) => call(ctx, `roles/${id}.json`, RoleSchema)),
  );
  const known = roles.flatMap((role) => (role.ok ? [role.value.role] : []));
  if (known.length === 0 || known.length < roles.length) {
    return {
      missing: [],
      warnings: ['Its rights in the project could not be read; the first handoff will tell.'],
    };
  }
  const has = (right: string) => known.some((role) => role.permissions.includes(right));
  const ownOnly = known.every((role) => role.issues_visibility === 'own');
  return {
    missing: ['add_issues'].filter((right) => !has(right)),
    warnings: [
      ...(has('add_issue_notes') ? [] : ['It may not add notes: comments will not arrive.']),
      ...(has('edit_issues') || has('edit_own_issues')
        ? []
        : ['It may not edit issues: files will not arrive.']),
      ...(ownOnly ? ['It sees its own issues only: what colleagues escalated is not found.'] : []),
    ],
  };
}
