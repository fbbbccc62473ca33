import JSON
import JSONRPC

/// For whom and where something is sought.
@WireType
package struct QuestionSetting: Described {
    /// Who buys.
    package var buyer: BuyerQuery?
    /// Where it is to be done, such as SE121.
    @Within(.codes) package var nuts: [String]?
}
