/** The part of Linear's published schema that a provider may use; the names and types are the vendor's. */
export const SDL = `
scalar DateTime
scalar JSONObject
enum PaginationOrderBy { createdAt updatedAt }
enum PaginationSortOrder { Ascending Descending }
enum PaginationNulls { first last }
input UpdatedAtSort { order: PaginationSortOrder, nulls: PaginationNulls }
input IssueSortInput { updatedAt: UpdatedAtSort }
input StringComparator { eq: String, neq: String, in: [String!], nin: [String!], eqIgnoreCase: String, contains: String, containsIgnoreCase: String }
input NumberComparator { eq: Float, in: [Float!], lt: Float, gt: Float }
input BooleanComparator { eq: Boolean, neq: Boolean }
input IDComparator { eq: ID, in: [ID!] }
input DateComparator { gte: DateTime, gt: DateTime, lte: DateTime, lt: DateTime }
input TeamFilter { key: StringComparator, id: IDComparator }
input WorkflowStateFilter { name: StringComparator, type: StringComparator, team: TeamFilter, or: [WorkflowStateFilter!] }
input NullableUserFilter { id: IDComparator, email: StringComparator, name: StringComparator, displayName: StringComparator, isMe: BooleanComparator, or: [NullableUserFilter!] }
input UserFilter { id: IDComparator, email: StringComparator, name: StringComparator, displayName: StringComparator, isMe: BooleanComparator, or: [UserFilter!] }
input IssueLabelFilter { name: StringComparator, team: TeamFilter, or: [IssueLabelFilter!] }
input IssueLabelCollectionFilter { some: IssueLabelFilter, name: StringComparator }
input IssueFilter {
  id: IDComparator, number: NumberComparator, title: StringComparator, team: TeamFilter, state: WorkflowStateFilter
  assignee: NullableUserFilter, labels: IssueLabelCollectionFilter, updatedAt: DateComparator
  and: [IssueFilter!], or: [IssueFilter!]
}
input IssueUpdateInput { title: String, description: String, stateId: String, assigneeId: String, labelIds: [String!] }
input CommentCreateInput { issueId: String, body: String }
input CommentUpdateInput { body: String }
type PageInfo { hasNextPage: Boolean!, endCursor: String }
type User { id: ID!, name: String!, displayName: String!, email: String!, active: Boolean! }
type Team { id: ID!, key: String!, name: String! }
type WorkflowState { id: ID!, name: String!, type: String!, position: Float!, team: Team! }
type WorkflowStateConnection { nodes: [WorkflowState!]!, pageInfo: PageInfo! }
type IssueLabel { id: ID!, name: String!, team: Team }
type IssueLabelConnection { nodes: [IssueLabel!]!, pageInfo: PageInfo! }
type UserConnection { nodes: [User!]!, pageInfo: PageInfo! }
type Cycle { id: ID!, number: Float!, name: String }
type Attachment { id: ID!, url: String!, title: String!, sourceType: String, metadata: JSONObject! }
type AttachmentConnection { nodes: [Attachment!]!, pageInfo: PageInfo! }
type Comment { id: ID!, body: String!, url: String!, createdAt: DateTime!, editedAt: DateTime, user: User }
type CommentConnection { nodes: [Comment!]!, pageInfo: PageInfo! }
type IssueHistory {
  id: ID!, createdAt: DateTime!, actor: User, fromState: WorkflowState, toState: WorkflowState, fromAssignee: User, toAssignee: User
  fromTitle: String, toTitle: String, updatedDescription: Boolean, addedLabels: [IssueLabel!], removedLabels: [IssueLabel!]
  fromParent: Issue, toParent: Issue, fromTeam: Team, toTeam: Team
}
type IssueHistoryConnection { nodes: [IssueHistory!]!, pageInfo: PageInfo! }
type Issue {
  id: ID!, identifier: String!, number: Float!, title: String!, description: String, url: String!, branchName: String!
  previousIdentifiers: [String!]!, createdAt: DateTime!, updatedAt: DateTime!, archivedAt: DateTime, trashed: Boolean
  state: WorkflowState!, assignee: User, creator: User, team: Team!, parent: Issue, cycle: Cycle
  labels(first: Int, after: String): IssueLabelConnection!
  attachments(first: Int, after: String): AttachmentConnection!
  comments(first: Int, after: String): CommentConnection!
  history(first: Int, after: String): IssueHistoryConnection!
}
type IssueConnection { nodes: [Issue!]!, pageInfo: PageInfo! }
type IssueSearchPayload { nodes: [Issue!]!, pageInfo: PageInfo!, totalCount: Float! }
type IssuePayload { success: Boolean!, issue: Issue }
type CommentPayload { success: Boolean!, comment: Comment! }
type Query {
  viewer: User!
  issue(id: String!): Issue!
  issues(filter: IssueFilter, first: Int, after: String, includeArchived: Boolean, orderBy: PaginationOrderBy, sort: [IssueSortInput!]): IssueConnection!
  searchIssues(term: String!, filter: IssueFilter, first: Int, after: String, includeArchived: Boolean): IssueSearchPayload!
  workflowStates(filter: WorkflowStateFilter, first: Int, after: String): WorkflowStateConnection!
  issueLabels(filter: IssueLabelFilter, first: Int, after: String): IssueLabelConnection!
  users(filter: UserFilter, first: Int, after: String): UserConnection!
}
type Mutation {
  issueUpdate(id: String!, input: IssueUpdateInput!): IssuePayload!
  commentCreate(input: CommentCreateInput!): CommentPayload!
  commentUpdate(id: String!, input: CommentUpdateInput!): CommentPayload!
}
`;
