# Runs in `rails runner` while the server is up: 2,000 issues in the project app and nothing else there. Written past the
# models, which would take minutes. Most change a minute apart; 300 changed in the same second, as a bulk edit leaves them.
COUNT = 2_000
BULK = 300
START = Time.utc(2026, 1, 5, 8)
PLACES = %w[invoice export login report calendar search upload ticket].freeze

workaround = IssueCustomField.find_by_name('Workaround') || IssueCustomField.create!(
  name: 'Workaround', field_format: 'text', is_for_all: true, trackers: Tracker.all
)
project = Project.find('app')
author = User.find_by_login('bot')
categories = project.issue_categories.order(:id).pluck(:id)
statuses = IssueStatus.order(:id).pluck(:id)
version = project.versions.first
priority = IssuePriority.order(:position).first

Issue.transaction do
  ids = Issue.where(project_id: project.id).pluck(:id)
  [IssueRelation.where(issue_from_id: ids), Journal.where(journalized_id: ids, journalized_type: 'Issue'),
   CustomValue.where(customized_id: ids, customized_type: 'Issue'), Issue.where(id: ids)].each(&:delete_all)

  rows = (1..COUNT).map do |n|
    at = START + [n, COUNT - BULK].min * 60
    {
      id: n, project_id: project.id, tracker_id: 1, author_id: author.id, priority_id: priority.id,
      status_id: statuses[n % statuses.size], category_id: categories[n % categories.size],
      fixed_version_id: n % 5 == 0 ? version.id : nil,
      subject: "The #{PLACES[n % PLACES.size]} of case #{n} stops with E-#{1000 + n % 97}",
      description: "Open the #{PLACES[n % PLACES.size]}.\r\nSave twice.\r\nGrüße ✅ #{'word ' * (n % 50)}",
      root_id: n, lft: 1, rgt: 2, lock_version: 0, done_ratio: 0, is_private: false,
      start_date: START.to_date, created_on: START, updated_on: at
    }
  end
  rows.each_slice(200) { |slice| Issue.insert_all!(slice) }
  CustomValue.insert_all!((1..COUNT).step(10).map do |n|
    { customized_type: 'Issue', customized_id: n, custom_field_id: workaround.id, value: "Use the older #{n}." }
  end)
  IssueRelation.insert_all!([{ issue_from_id: 2, issue_to_id: 1, relation_type: 'duplicates' }])
end
puts "#{Issue.where(project_id: project.id).count} issues"
