// Tables of lexicon/ that the build embeds, so that a ledger can be asked where there is no model file.
#pragma once
#include <string_view>

namespace annals {

std::string_view countries_table();
std::string_view scores_table();
std::string_view hxl_table();

}  // namespace annals
