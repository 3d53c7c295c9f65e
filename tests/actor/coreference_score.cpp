// Computes MUC, B3 and CEAFe over clusters of mentions.
#include "actor/coreference_score.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace annals {
namespace {

double f1(double precision, double recall) {
  return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

std::map<std::uint32_t, std::size_t> cluster_of(const Clusters& clusters) {
  std::map<std::uint32_t, std::size_t> of;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    for (const std::uint32_t mention : clusters[i]) of[mention] = i;
  }
  return of;
}

// Links of `key` that `response` keeps together (Vilain et al. 1995).
template <typename Share>
void add_muc(const Clusters& key, const Clusters& response, Share& share) {
  const auto of = cluster_of(response);
  for (const auto& cluster : key) {
    std::set<std::size_t> parts;
    std::size_t alone = 0;
    for (const std::uint32_t mention : cluster) {
      const auto found = of.find(mention);
      if (found == of.end())
        ++alone;
      else
        parts.insert(found->second);
    }
    share.right += static_cast<double>(cluster.size()) - static_cast<double>(parts.size() + alone);
    share.all += static_cast<double>(cluster.size()) - 1;
  }
}

std::size_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](std::uint32_t m) { return std::ranges::find(b, m) != b.end(); }));
}

// Bagga & Baldwin 1998.
template <typename Share>
void add_b_cubed(const Clusters& key, const Clusters& response, Share& share) {
  const auto of = cluster_of(response);
  for (const auto& cluster : key) {
    for (const std::uint32_t mention : cluster) {
      share.all += 1;
      const auto found = of.find(mention);
      if (found == of.end()) continue;
      share.right +=
          static_cast<double>(common(cluster, response[found->second])) / static_cast<double>(cluster.size());
    }
  }
}

// The best one-to-one assignment of rows to columns, by the Hungarian method with potentials.
double best_assignment(const std::vector<std::vector<double>>& gain) {
  const std::size_t n = std::max(gain.size(), gain.empty() ? 0 : gain.front().size());
  const auto cost = [&](std::size_t i, std::size_t j) {
    return i < gain.size() && j < gain[i].size() ? -gain[i][j] : 0.0;
  };
  std::vector<double> u(n + 1), v(n + 1);
  std::vector<std::size_t> match(n + 1), way(n + 1);
  for (std::size_t i = 1; i <= n; ++i) {
    match[0] = i;
    std::size_t column = 0;
    std::vector<double> least(n + 1, std::numeric_limits<double>::max());
    std::vector<char> used(n + 1);
    do {
      used[column] = 1;
      const std::size_t row = match[column];
      double delta = std::numeric_limits<double>::max();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= n; ++j) {
        if (used[j]) continue;
        const double reduced = cost(row - 1, j - 1) - u[row] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= n; ++j) {
        if (used[j]) {
          u[match[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    } while (match[column] != 0);
    do {
      const std::size_t previous = way[column];
      match[column] = match[previous];
      column = previous;
    } while (column != 0);
  }
  double total = 0;
  for (std::size_t j = 1; j <= n; ++j) total -= cost(match[j] - 1, j - 1);
  return total;
}

// Luo 2005, with the similarity that weighs entities alike.
double ceaf(const Clusters& key, const Clusters& response) {
  std::vector<std::vector<double>> gain(key.size(), std::vector<double>(response.size()));
  for (std::size_t i = 0; i < key.size(); ++i) {
    for (std::size_t j = 0; j < response.size(); ++j) {
      gain[i][j] = 2.0 * static_cast<double>(common(key[i], response[j])) /
                   static_cast<double>(key[i].size() + response[j].size());
    }
  }
  return best_assignment(gain);
}

}  // namespace

void CoreferenceScorer::add(const Clusters& key, const Clusters& response) {
  add_muc(key, response, muc_recall_);
  add_muc(response, key, muc_precision_);
  add_b_cubed(key, response, b_recall_);
  add_b_cubed(response, key, b_precision_);
  const double aligned = ceaf(key, response);
  ceaf_recall_.right += aligned;
  ceaf_recall_.all += static_cast<double>(key.size());
  ceaf_precision_.right += aligned;
  ceaf_precision_.all += static_cast<double>(response.size());
}

CoreferenceScore CoreferenceScorer::score() const {
  return {f1(muc_precision_.value(), muc_recall_.value()), f1(b_precision_.value(), b_recall_.value()),
          f1(ceaf_precision_.value(), ceaf_recall_.value())};
}

}  // namespace annals
