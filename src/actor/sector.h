// The sectors of public life that an actor can belong to, as the ledger codes them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annals {

enum class Sector : std::uint8_t {
  none,
  GOV,
  LEG,
  JUD,
  MIL,
  COP,
  SPY,
  PTY,
  OPP,
  REB,
  CRM,
  BUS,
  MED,
  EDU,
  REL,
  LAB,
  NGO,
  IGO,
  REF,
  CVL,
};
inline constexpr std::array<std::string_view, 20> kSectorNames = {"",    "GOV", "LEG", "JUD", "MIL", "COP", "SPY",
                                                                  "PTY", "OPP", "REB", "CRM", "BUS", "MED", "EDU",
                                                                  "REL", "LAB", "NGO", "IGO", "REF", "CVL"};

inline std::string_view sector_name(Sector sector) { return kSectorNames[static_cast<std::size_t>(sector)]; }

inline std::optional<Sector> find_sector(std::string_view name) {
  for (std::size_t i = 0; i < kSectorNames.size(); ++i) {
    if (kSectorNames[i] == name) return static_cast<Sector>(i);
  }
  return std::nullopt;
}

}  // namespace annals
