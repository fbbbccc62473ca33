import JSON
import JSONRPC
import Procurement

// The closed lists of the domain that are the contract's too.

extension SupplierSize: WireWord {}
extension ContractKind: WireWord {}
extension NoticePurpose: WireWord {}
extension NoticeStanding: WireWord {}
extension EventKind: WireWord {}
extension FeedbackVerdict: WireWord {}
extension AuditAction: WireWord {}
extension TextLanguage: WireWord {}
extension NeedReach: WireWord {}
extension NewsKind: WireWord {}
extension MailInterval: WireWord {}
