"""Feature fields as RecBole's context models look them up: token fields in one table with offsets, token_seq fields apart."""
import torch

import small

YEARS, CLASSES, AGES, USERS = 5, 4, 4, 7


def tables():
    """Values by row: item 0 and user 0 are padding; genres have up to three values, none for some items."""
    g = torch.Generator().manual_seed(7)
    year = [0] + [1 + i % (YEARS - 1) for i in range(small.ITEMS - 1)]
    genres = [[0, 0, 0]]
    for _ in range(small.ITEMS - 1):
        count = int(torch.randint(0, 4, (1,), generator=g))
        values = (torch.randperm(CLASSES - 1, generator=g)[:count] + 1).tolist()
        genres.append(values + [0] * (3 - count))
    age = [0] + [1 + (2 * u) % (AGES - 1) for u in range(USERS - 1)]
    return {"item": {"item_id": list(range(small.ITEMS)), "release_year": year, "class": genres},
            "user": {"user_id": list(range(USERS)), "age": age}}


def pooled(table, values, mean):
    values = torch.tensor(values)
    mask = (values != 0).float()[:, None]
    total = (table[values] * mask).sum(0)
    return total / (mask.sum() + 1e-8) if mean else total
