# Runs in `rails runner` on the empty database of redmine.sh init. Invented data only.
Setting.rest_api_enabled = '1'
Setting.default_language = 'en'
Setting.host_name = "127.0.0.1:#{ENV.fetch('REDMINE_PORT', '8082')}"
Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?

def save_login(user, login, password, admin)
  user.login = login
  user.password = user.password_confirmation = password
  user.admin = admin
  user.must_change_passwd = false
  user.status = User::STATUS_ACTIVE
  user.language = 'en'
  user.save!(validate: false)
  user
end

# Redmine draws its keys at random; the tests need known ones.
def set_api_key(user, value)
  Token.where(user_id: user.id, action: 'api').delete_all
  token = Token.create!(user: user, action: 'api')
  Token.where(id: token.id).update_all(value: value)
end

def save_project(name, identifier)
  project = Project.create!(
    name: name, identifier: identifier, is_public: false,
    trackers: Tracker.all, enabled_module_names: %w[issue_tracking]
  )
  %w[Billing Reports].each { |category| IssueCategory.create!(project: project, name: category) }
  Version.create!(project: project, name: '5.4')
  project
end

admin = save_login(User.find_by_login('admin'), 'admin', 'adminpassword', true)
bot = User.new(firstname: 'Escalation', lastname: 'Bot', mail: 'bot@tracker.test')
bot = save_login(bot, 'bot', 'botpassword', false)
set_api_key(admin, 'a' * 40)
set_api_key(bot, 'b' * 40)

developer = Role.find_by_name('Developer')
developer.add_permission!(
  :view_issues, :add_issues, :edit_issues, :add_issue_notes, :set_notes_private, :view_private_notes
)

source = IssueCustomField.create!(
  name: 'Source ticket', field_format: 'string', is_filter: true, searchable: true,
  is_for_all: true, trackers: Tracker.all
)
severity = IssueCustomField.create!(
  name: 'Severity', field_format: 'list', possible_values: %w[1 2 3 4], is_filter: true,
  is_for_all: true, trackers: Tracker.all
)

[['App', 'app'], ['Web', 'web']].each do |name, identifier|
  project = save_project(name, identifier)
  Member.create_principal_memberships(bot, project_ids: [project.id], role_ids: [developer.id])
  puts "project #{identifier} = #{project.id}"
end
puts "custom fields: Source ticket = #{source.id}, Severity = #{severity.id}"
puts "trackers = #{Tracker.pluck(:id, :name)}, priorities = #{IssuePriority.pluck(:id, :name)}"
puts "text formatting = #{Setting.text_formatting}"
