import numpy as np
import pytest

from lite.square_crop import Square, cut, square_around


def spotted(x: int, y: int) -> np.ndarray:
    frame = np.zeros((240, 320, 3), np.uint8)
    frame[y - 2 : y + 3, x - 2 : x + 3] = 255
    return frame


@pytest.mark.parametrize(
    "square", [Square(40, 30, 150), Square(-60.5, 100.25, 192), Square(0, -50, 310)]
)
def test_a_spot_is_cut_to_where_its_point_goes(square):
    crop = cut(spotted(90, 140), square)[0].numpy()
    weights = crop / crop.sum()
    place = np.arange(192)
    found = np.array([(weights.sum(0) * place).sum(), (weights.sum(1) * place).sum()])
    expected = square.to_crop(np.array([90.0, 140]))
    np.testing.assert_allclose(found, expected, atol=0.1)
    np.testing.assert_allclose(square.to_frame(expected), [90, 140])


def test_around_points_it_is_a_quarter_larger_and_skips_unknown_ones():
    square = square_around(np.array([[10.0, 20], [50, 40], [np.nan, np.nan]]))
    assert square == Square(5, 5, 50)


def test_overlap():
    assert Square(0, 0, 10).overlaps(Square(9, 9, 10))
    assert not Square(0, 0, 10).overlaps(Square(10.1, 0, 10))
